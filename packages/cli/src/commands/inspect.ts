import { statSync } from 'node:fs';
import { describeEvents, eventEndings, eventFormat, listForeign } from '@deelema/events';
import { readManifest } from '@deelema/stage';
import { ConfigError } from '@deelema/workflow';
import { checkThere } from '../event-files/check-there.ts';
import { contentsText } from '../event-files/contents-text.ts';
import { descriptionText } from '../event-files/description-text.ts';
import { addSourceFlags, type SourceFlags, sourceOptions } from '../event-files/source-flags.ts';
import { manifestText } from '../event-files/manifest-text.ts';
import { listed } from '../event-files/text.ts';
import type { AddCommand } from '../main.ts';

/** What there is to say: as data and as text. */
interface Facts {
  readonly json: object;
  readonly text: string;
}

/** `deelema inspect PATH`. */
export const inspectCommand: AddCommand = (program) => {
  const command = program
    .command('inspect')
    .description("Say what is in an event file of any format or in a stage's folder.")
    .argument(
      '<path>',
      `an event file (${listed(eventEndings('read'))}) or a folder with a manifest`
    )
    .option('--json', 'print JSON');
  addSourceFlags(command)
    .addHelpText(
      'after',
      `
Examples:
  deelema inspect datasets/samples/ttbar-dilepton-13tev.lhe.gz
  deelema inspect ntuple.root
  deelema inspect pipelines/quickstart/out/train`
    )
    .action(async (path: string, flags: SourceFlags & { json?: boolean }) => {
      const { json, text } = await factsOf(path, flags);
      console.log(flags.json ? JSON.stringify(json, null, 2) : text);
    });
};

async function factsOf(path: string, flags: SourceFlags): Promise<Facts> {
  checkThere(path, 'an event file or a folder');
  return statSync(path).isDirectory() ? folderFacts(path) : fileFacts(path, flags);
}

async function fileFacts(path: string, flags: SourceFlags): Promise<Facts> {
  const options = sourceOptions(flags);
  const tables = options.columns ? undefined : await listForeign(path, options.tree);
  if (tables) {
    const json = { path, format: eventFormat(path), bytes: statSync(path).size, tables };
    return { json, text: contentsText(path, tables) };
  }
  const description = await describeEvents(path, options);
  return { json: description, text: descriptionText(description) };
}

function folderFacts(path: string): Facts {
  const manifest = readManifest(path);
  if (!manifest)
    throw new ConfigError(`${path} has no manifest.json: expected the folder of a stage.`);
  return { json: manifest, text: manifestText(manifest) };
}
