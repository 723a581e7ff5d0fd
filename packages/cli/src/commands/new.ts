import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import {
  describeEvents,
  type EventDescription,
  eventEndings,
  InputError,
  isWithin,
  listForeign,
  type SourceOptions,
  TOPOLOGIES,
} from '@deelema/events';
import { checkName, ConfigError, configFile, type Kind, readConfig } from '@deelema/workflow';
import { checkThere } from '../event-files/check-there.ts';
import { addSourceFlags, type SourceFlags, sourceOptions } from '../event-files/source-flags.ts';
import { listed } from '../event-files/text.ts';
import { findWorkspace } from '../find-workspace.ts';
import type { AddCommand } from '../main.ts';
import { datasetYaml, pipelineYaml } from '../yaml-templates.ts';

interface NewFlags extends SourceFlags {
  readonly events: string;
  readonly mC: string;
}

/** `deelema new NAME --events FILE --m-c GEV`. */
export const newCommand: AddCommand = (program) => {
  const command = program
    .command('new')
    .description(
      'Write the dataset and the pipeline for an event file of your own; the decay is found in the file.'
    )
    .argument('<name>', 'name of the new dataset and pipeline')
    .requiredOption('--events <file>', `the event file: ${listed(eventEndings('read'))}`)
    .requiredOption(
      '--m-c <GeV>',
      'the mass of the invisible particle, or what you conjecture it to be'
    );
  addSourceFlags(command)
    .addHelpText(
      'after',
      '\nExample:\n  deelema new mine --events ../some/ttbar.lhe.gz --m-c 0 && deelema run mine'
    )
    .action(async (name: string, { events, mC, ...flags }: NewFlags) => {
      const root = findWorkspace();
      const mass = parseMass(mC);
      const targets = {
        dataset: freeFile(root, 'dataset', name),
        pipeline: freeFile(root, 'pipeline', name),
      };
      const path = resolve(events);
      checkThere(events, 'an event file');
      const options = sourceOptions(flags);
      const description = await describeUsable(path, options);
      const dataset = datasetYaml({
        path: pathInYaml(root, targets.dataset, path),
        sample: description.sample,
        reading: { ...options, topology: topologyInYaml(description) },
      });
      const pipeline = pipelineYaml({
        dataset: name,
        mC: mass,
        process: processOf(description),
      });
      await writeChecked(root, name, [
        ['dataset', targets.dataset, dataset],
        ['pipeline', targets.pipeline, pipeline],
      ]);
      console.log(`${description.events} events: ${description.sample}`);
      console.log(`Wrote ${targets.dataset} and ${targets.pipeline}. Now: deelema run ${name}`);
    });
};

/** Describes an event file; refuses one without a single event to train with. */
async function describeUsable(path: string, options: SourceOptions): Promise<EventDescription> {
  if (options.columns === undefined && (await listForeign(path, options.tree))) {
    throw new InputError(
      `${path}: none of its columns has one of our names, such as a1_E; say with --columns which is which (deelema inspect lists them).`,
      { exitCode: 2 }
    );
  }
  const description = await describeEvents(path, options);
  if (description.events > 0) return description;
  const left = Object.values(description.dropped).reduce((sum, count) => sum + count, 0);
  const why = left > 0 ? `all ${left} are left out` : 'it is empty';
  throw new InputError(`${path} has no usable events: ${why}; expected at least one.`);
}

/** Tops are made like tops; of anything else the gluino is the nearest that we know. */
function processOf({ topology }: EventDescription): 'gluino-pair' | 'top-pair' {
  const tops = topology !== null && isWithin(topology, TOPOLOGIES['ttbar-dilepton']);
  return tops ? 'top-pair' : 'gluino-pair';
}

function parseMass(text: string): number {
  const mass = Number(text);
  if (text.trim() === '' || !Number.isFinite(mass) || mass < 0) {
    throw new ConfigError(`--m-c is "${text}": expected a mass in GeV, 0 or more.`);
  }
  return mass;
}

/** The YAML file to write; refuses to overwrite one. */
function freeFile(root: string, kind: Kind, name: string): string {
  checkName(kind, name);
  const file = configFile(kind, name);
  if (existsSync(join(root, file)))
    throw new ConfigError(`${file} exists already: choose another name, or edit it.`);
  return file;
}

/** Inside the workspace relative to the YAML, so that the workspace may move; outside absolute. */
function pathInYaml(root: string, file: string, path: string): string {
  const inside = !relative(root, path).startsWith('..');
  return inside ? relative(dirname(join(root, file)), path) : path;
}

/** The columns of the other formats name the roles by themselves. */
function topologyInYaml({ format, topology }: EventDescription) {
  if (!topology || format !== 'lhe') return undefined;
  const named = Object.entries(TOPOLOGIES).find(
    ([, known]) => JSON.stringify(known) === JSON.stringify(topology)
  );
  return named ? named[0] : topology;
}

/** Writes the files and reads them as a run would; leaves nothing behind if that fails. */
async function writeChecked(
  root: string,
  name: string,
  files: readonly (readonly [Kind, file: string, text: string])[]
): Promise<void> {
  const written: string[] = [];
  try {
    for (const [, file, text] of files) {
      const path = join(root, file);
      written.push(mkdirSync(dirname(path), { recursive: true }) ?? path);
      writeFileSync(path, text);
    }
    for (const [kind] of files) await readConfig(root, kind, name);
  } catch (error) {
    for (const path of written) rmSync(path, { recursive: true, force: true });
    throw error;
  }
}
