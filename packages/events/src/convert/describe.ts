import { fourMomenta } from '../columns/batch.ts';
import type { EventBatch } from '../columns/batch.ts';
import { INVISIBLE_ROLES, momentumColumns, VISIBLE_ROLES } from '../columns/roles.ts';
import { sumMass } from '@deelema/kinematics';
import type { Topology } from '../topology/topology.ts';
import { BoundedSample } from './bounded-sample.ts';
import type { EventFormat } from './format.ts';
import { openSource } from './source.ts';
import type { SourceOptions } from './source.ts';

/** What an event file holds. */
export interface EventDescription {
  readonly path: string;
  readonly format: EventFormat;
  /** Number of events, those left out not counted. */
  readonly events: number;
  /** Events left out, by reason. */
  readonly dropped: Readonly<Record<string, number>>;
  readonly columns: readonly string[];
  /** One line that says what the events are. */
  readonly sample: string;
  /** Which particles play the roles; null if the format does not say. */
  readonly topology: Topology | null;
  /** Cross-section and its error, pb; null if the format does not say. */
  readonly crossSection: { readonly value: number; readonly error: number } | null;
  readonly generators: readonly string[];
  /** Sum of the event weights; null without a column of weights. */
  readonly sumOfWeights: number | null;
  /** Medians of the masses that the columns allow, GeV: A1 = a1+b1+c1, B1 = b1+c1, c1, a1+b1, a1, b1, and so on. */
  readonly massMedians: Readonly<Record<string, number>>;
}

/** The masses looked at, if their columns are there. */
const MASSES: Readonly<Record<string, readonly string[]>> = {
  A1: ['a1', 'b1', 'c1'],
  A2: ['a2', 'b2', 'c2'],
  B1: ['b1', 'c1'],
  B2: ['b2', 'c2'],
  'a1+b1': ['a1', 'b1'],
  'a2+b2': ['a2', 'b2'],
  ...Object.fromEntries([...VISIBLE_ROLES, ...INVISIBLE_ROLES].map((role) => [role, [role]])),
};

/**
 * Describes an event file of any format. Reads it once from end to end, in flat memory.
 *
 * Medians are those of all events up to 65 536, of an even sample beyond. Events of an LHE file without the topology
 * are left out and counted, unless the options say otherwise.
 *
 * @param path An `.arrow`, `.csv`, `.lhe` or `.lhe.gz` file.
 * @param options Topology, what to do with other events, limit.
 * @returns Its description.
 * @throws InputError if the file is damaged or of no known format, or if its topology is not found.
 */
export async function describeEvents(
  path: string,
  options: SourceOptions = {}
): Promise<EventDescription> {
  const source = await openSource(path, { unmatched: 'drop', ...options });
  const present = Object.entries(MASSES).filter(([, roles]) =>
    roles.flatMap(momentumColumns).every((name) => source.columnNames.includes(name))
  );
  const samples = present.map(([name, roles]) => ({ name, roles, sample: new BoundedSample() }));
  let [events, sumOfWeights] = [0, 0];
  try {
    for await (const batch of source.batches) {
      events += batch.length;
      for (const { roles, sample } of samples) addMasses(batch, roles, sample);
      batch.columns.weight?.forEach((weight) => (sumOfWeights += weight));
    }
  } finally {
    await source.close();
  }
  const { format, columnNames, dropped } = source;
  const { sample, topology, crossSection, generators } = source.metadata;
  return {
    path,
    format,
    events,
    dropped,
    columns: columnNames,
    sample,
    topology: topology ?? null,
    crossSection: crossSection ?? null,
    generators: generators ?? [],
    sumOfWeights: columnNames.includes('weight') ? sumOfWeights : null,
    massMedians: Object.fromEntries(samples.map((entry) => [entry.name, entry.sample.median()])),
  };
}

/** Adds the mass of the sum of the momenta of the given roles, event by event. */
function addMasses(batch: EventBatch, roles: readonly string[], into: BoundedSample) {
  for (const m of sumMass(roles.map((role) => fourMomenta(batch, role)))) into.add(m);
}
