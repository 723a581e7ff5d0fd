import { stat } from 'node:fs/promises';
import { columnType, columnUnit } from '../columns/column.ts';
import type { ColumnType } from '../columns/schema.ts';
import type { CrossSection } from '../columns/metadata.ts';
import { onDisk } from '../disk/disk-error.ts';
import type { LheProcess } from '../lhe/init.ts';
import { readLheInit } from '../lhe/read-init.ts';
import type { Topology } from '../topology/topology.ts';
import { FirstEvents } from './first-events.ts';
import type { ShownEvent } from './first-events.ts';
import type { EventFormat } from './format.ts';
import { MassSamples } from './mass-samples.ts';
import type { Quantiles } from './mass-samples.ts';
import { openSource } from './source.ts';
import type { SourceOptions } from './source.ts';

/** A column of an event file. */
export interface DescribedColumn {
  readonly name: string;
  readonly type: ColumnType;
  /** Null for pure numbers. */
  readonly unit: 'GeV' | null;
}

/** What an event file holds. */
export interface EventDescription {
  readonly path: string;
  readonly format: EventFormat;
  /** Length of the file; of an Arrow file in pieces, that of the first. */
  readonly bytes: number;
  /** Number of events, those left out not counted. */
  readonly events: number;
  /** Events left out, by reason. */
  readonly dropped: Readonly<Record<string, number>>;
  readonly columns: readonly DescribedColumn[];
  /** Columns of the file that are not ours. */
  readonly ignored: readonly string[];
  /** One line that says what the events are. */
  readonly sample: string;
  /** Which particles play the roles; null if the file does not say. */
  readonly topology: Topology | null;
  /** Null if the file does not say. */
  readonly crossSection: CrossSection | null;
  /** Energies of the beams, GeV; null if the file does not say. */
  readonly beamEnergies: readonly [number, number] | null;
  readonly generators: readonly string[];
  /** Cuts that were made, one selection after the other. */
  readonly selections: readonly Readonly<Record<string, unknown>>[];
  /** Sum of the event weights; null without a column of weights. */
  readonly sumOfWeights: number | null;
  /** Number of events with a weight below 0; null without a column of weights. */
  readonly negativeWeights: number | null;
  /** Medians of the masses that the columns allow, GeV: A1 = a1+b1+c1, B1 = b1+c1, c1, a1+b1, a1, b1, and so on. */
  readonly massMedians: Readonly<Record<string, number>>;
  /** Quantiles of the same masses: 16 %, 50 % and 84 %, GeV. */
  readonly massQuantiles: Readonly<Record<string, Quantiles>>;
  readonly firstEvents: readonly ShownEvent[];
  /** What only an LHE file says; null for other formats. */
  readonly lhe: { readonly version: string; readonly processes: readonly LheProcess[] } | null;
}

/**
 * Describes an event file of any format. Reads it once from end to end, in flat memory.
 *
 * Quantiles are those of all events up to 65 536, of an even sample beyond. Events without the topology, or without
 * an element of a column, are left out and counted, unless the options say otherwise.
 *
 * @param path An event file.
 * @param options How it is read.
 * @returns Its description.
 * @throws InputError if the file is damaged or of no known format, or if its topology is not found.
 */
export async function describeEvents(
  path: string,
  options: SourceOptions = {}
): Promise<EventDescription> {
  const source = await openSource(path, { maxUnmatched: 1, ...options });
  const { format, columnNames, ignored } = source;
  const masses = new MassSamples(columnNames);
  const first = new FirstEvents(columnNames);
  let [events, sumOfWeights, negativeWeights] = [0, 0, 0];
  try {
    for await (const batch of source.batches) {
      events += batch.length;
      masses.add(batch);
      first.add(batch);
      for (const weight of batch.columns.weight ?? []) {
        sumOfWeights += weight;
        if (weight < 0) ++negativeWeights;
      }
    }
  } finally {
    await source.close();
  }
  const weighted = columnNames.includes('weight');
  const { sample, topology, crossSection, beamEnergies, generators, selections } = source.metadata;
  const quantiles = masses.quantiles();
  return {
    path,
    format,
    bytes: (await onDisk(path, 'read', () => stat(path))).size,
    events,
    dropped: source.dropped,
    columns: columnNames.map(describedColumn),
    ignored,
    sample,
    topology: topology ?? null,
    crossSection: crossSection ?? null,
    beamEnergies: beamEnergies ?? null,
    generators: generators ?? [],
    selections: selections ?? [],
    sumOfWeights: weighted ? sumOfWeights : null,
    negativeWeights: weighted ? negativeWeights : null,
    massMedians: Object.fromEntries(
      Object.entries(quantiles).map(([name, [, median]]) => [name, median])
    ),
    massQuantiles: quantiles,
    firstEvents: first.events,
    lhe: format === 'lhe' ? await lheFacts(path) : null,
  };
}

function describedColumn(name: string): DescribedColumn {
  return { name, type: columnType(name), unit: columnUnit(name) ?? null };
}

async function lheFacts(path: string): Promise<EventDescription['lhe']> {
  const { version, processes } = await readLheInit(path);
  return { version, processes };
}
