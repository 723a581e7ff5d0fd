import { existsSync, statSync } from 'node:fs';
import { describeEvents } from '@deelema/events';
import { readManifest } from '@deelema/stage';
import { ConfigError } from '@deelema/workflow';
import type { AddCommand } from '../main.ts';

/** `deelema inspect PATH`. */
export const inspectCommand: AddCommand = (program) => {
  program
    .command('inspect')
    .description("Say what is in an event file or in a stage's folder.")
    .argument('<path>', 'an event file (.lhe, .lhe.gz, .arrow, .csv) or a folder with a manifest')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Examples:
  deelema inspect datasets/samples/ttbar-dilepton-13tev.lhe.gz
  deelema inspect pipelines/quickstart/out/train`
    )
    .action(async (path: string, { json }: { json?: boolean }) => {
      const facts = await describe(path);
      console.log(json ? JSON.stringify(facts, null, 2) : formatFacts(facts));
    });
};

async function describe(path: string): Promise<object> {
  if (!existsSync(path))
    throw new ConfigError(`${path} does not exist: expected an event file or a folder.`);
  if (!statSync(path).isDirectory()) return describeEvents(path);
  const manifest = readManifest(path);
  if (!manifest)
    throw new ConfigError(`${path} has no manifest.json: expected the folder of a stage.`);
  return manifest;
}

/** `key: value` lines; nested objects indented, numbers to six digits, what is empty left out. */
function formatFacts(value: object, indent = ''): string {
  return Object.entries(value)
    .filter(([, entry]) => !isEmpty(entry))
    .map(([key, entry]) => {
      if (entry === null || typeof entry !== 'object')
        return `${indent}${key}: ${formatValue(entry)}`;
      if (Array.isArray(entry)) return `${indent}${key}: ${entry.map(formatValue).join(', ')}`;
      return `${indent}${key}:\n${formatFacts(entry as object, `${indent}  `)}`;
    })
    .join('\n');
}

function isEmpty(entry: unknown): boolean {
  return (
    entry === undefined ||
    (typeof entry === 'object' && entry !== null && Object.keys(entry).length === 0)
  );
}

function formatValue(value: unknown): string {
  return typeof value === 'number' ? String(Number(value.toPrecision(6))) : String(value);
}
