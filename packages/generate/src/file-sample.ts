import {
  eventColumns,
  INVISIBLE_ROLES,
  InputError,
  momentumColumns,
  openSource,
  VISIBLE_ROLES,
  type EventMetadata,
  type SourceOptions,
  type TopologyChoice,
} from '@deelema/events';
import { trueColumnsAmong } from '@deelema/generators';
import { checkMomenta } from './check-momenta.ts';
import { completeBatches } from './complete-batches.ts';
import type { FileConfig } from './config-types.ts';
import type { Sample } from './sample.ts';

/**
 * The sample in an event file of any format.
 *
 * Only the visible momenta are needed, under our names or by a column map. Without `ptmiss_x` and
 * `ptmiss_y` there is no recoil (the description says so), without `weight` all weights are 1, without
 * `event` the rows are numbered; the invisible momenta are taken if all of them are there, and so are
 * the `true_` momenta of a file that was smeared. Other columns are left out.
 *
 * @param path The file.
 * @param config How to read it.
 * @throws InputError if the file cannot be read, lacks a visible momentum or one component of pTmiss,
 *  or is given a topology that its columns already have.
 */
export async function fileSample(path: string, config: FileConfig): Promise<Sample> {
  const topology = topologyChoice(config.topology);
  const file = await openSource(path, { ...sourceOptions(config), topology });
  try {
    if (topology !== 'auto' && file.format !== 'lhe') throw needlessTopology(path);
    const truth = INVISIBLE_ROLES.flatMap(momentumColumns).every(isAmong(file.columnNames));
    const columns = [...eventColumns(truth), ...trueColumnsAmong(file.columnNames)];
    checkVisible(path, file.columnNames);
    const measured = hasMissingMomentum(path, file.columnNames);
    return {
      metadata: measured ? file.metadata : withoutRecoil(file.metadata),
      columns,
      events: undefined,
      batches: completeBatches(checkMomenta(path, file.batches, columns), columns),
      dropped: file.dropped,
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

function sourceOptions(config: FileConfig): SourceOptions {
  const { columns, tree, unit, pairing, limit, maxUnmatched } = config;
  return { columns, tree, unit, pairing, limit, maxUnmatched };
}

function withoutRecoil(metadata: EventMetadata): EventMetadata {
  return { ...metadata, sample: `${metadata.sample}, pTmiss from the visible momenta` };
}

function topologyChoice(wanted: FileConfig['topology']): TopologyChoice {
  if (typeof wanted === 'string') return wanted;
  const { A, B, a, b, C } = wanted;
  return { A: [A].flat(), B: [B].flat(), a: [a].flat(), b: [b].flat(), C: [C].flat() };
}

function isAmong(names: readonly string[]): (name: string) => boolean {
  return (name) => names.includes(name);
}

function needlessTopology(path: string): InputError {
  return new InputError(
    `${path}: a topology is given, but only LHE files need one; leave it out, for the columns name the roles.`,
    { exitCode: 2 }
  );
}

function checkVisible(path: string, names: readonly string[]): void {
  const needed = VISIBLE_ROLES.flatMap(momentumColumns);
  const missing = needed.filter((name) => !names.includes(name));
  if (missing.length === 0) return;
  throw new InputError(
    `${path}: ${missing.join(', ')} missing among the columns ${names.join(', ')}; say with columns which they are, or rename them.`
  );
}

function hasMissingMomentum(path: string, names: readonly string[]): boolean {
  const [present, absent] = [
    ['ptmiss_x', 'ptmiss_y'].filter((name) => names.includes(name)),
    ['ptmiss_x', 'ptmiss_y'].filter((name) => !names.includes(name)),
  ];
  if (present.length !== 1) return absent.length === 0;
  throw new InputError(
    `${path}: ${present[0]} is there and ${absent[0]} is not; give both, or neither for events without recoil.`
  );
}
