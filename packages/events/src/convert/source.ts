import { basename } from 'node:path';
import { openEvents } from '../arrow/reader.ts';
import type { EventBatch } from '../columns/batch.ts';
import { eventColumns } from '../columns/roles.ts';
import type { EventMetadata } from '../columns/metadata.ts';
import { totalCrossSection } from '../lhe/init.ts';
import { readCsv, readCsvHeader } from '../csv/reader.ts';
import type { LheInit } from '../lhe/init.ts';
import { readLheInit } from '../lhe/read-init.ts';
import { readLhe } from '../lhe/reader.ts';
import type { LheOptions } from '../lhe/reader.ts';
import { resolveTopology } from '../lhe/resolve-topology.ts';
import type { TopologyChoice } from '../lhe/resolve-topology.ts';
import { topologyText } from '../topology/topology.ts';
import type { Topology } from '../topology/topology.ts';
import { eventFormat } from './format.ts';
import type { EventFormat } from './format.ts';
import { firstRows } from './first-rows.ts';

/** How an event file is read, whatever its format. */
export interface SourceOptions extends Pick<LheOptions, 'unmatched' | 'limit'> {
  /** For LHE files; found out from the events if omitted. */
  readonly topology?: TopologyChoice | undefined;
}

/** An event file of any format, open for reading. */
export interface EventSource {
  readonly format: EventFormat;
  readonly columnNames: readonly string[];
  /** What the file says about all events; the sample line names the file if the format has no room for one. */
  readonly metadata: EventMetadata;
  /** The events; to be iterated over once. */
  readonly batches: AsyncIterable<EventBatch>;
  /** Events left out up to now, by reason. */
  readonly dropped: Readonly<Record<string, number>>;
  close(): Promise<void>;
}

/**
 * Opens an event file; the end of its name says of which format.
 *
 * @param path An `.arrow`, `.csv`, `.lhe` or `.lhe.gz` file.
 * @param options Topology, what to do with other events, limit.
 * @returns The open file.
 * @throws InputError if the name or the file is not of one of the formats.
 */
export async function openSource(path: string, options: SourceOptions = {}): Promise<EventSource> {
  const format = eventFormat(path);
  if (format === 'lhe') return lheSource(path, options);
  return format === 'csv' ? csvSource(path, options) : arrowSource(path, options);
}

async function lheSource(path: string, options: SourceOptions): Promise<EventSource> {
  const init = await readLheInit(path);
  const topology = await resolveTopology(path, options.topology ?? 'auto');
  const events = readLhe(path, { ...options, topology });
  return {
    format: 'lhe',
    columnNames: eventColumns(true),
    metadata: lheMetadata(path, topology, init),
    batches: events,
    dropped: events.counts.dropped,
    close: () => Promise.resolve(),
  };
}

function lheMetadata(path: string, topology: Topology, init: LheInit): EventMetadata {
  return {
    sample: `${basename(path)} (${topologyText(topology)})`,
    crossSection: totalCrossSection(init),
    beamEnergies: init.beamEnergies,
    topology,
    generators: init.generators,
  };
}

async function csvSource(path: string, { limit }: SourceOptions): Promise<EventSource> {
  return {
    format: 'csv',
    columnNames: await readCsvHeader(path),
    metadata: { sample: basename(path) },
    batches: firstRows(readCsv(path), limit),
    dropped: {},
    close: () => Promise.resolve(),
  };
}

async function arrowSource(path: string, { limit }: SourceOptions): Promise<EventSource> {
  const file = await openEvents(path);
  const { columnNames, metadata } = file;
  const batches = firstRows(file.batches(), limit);
  return { format: 'arrow', columnNames, metadata, batches, dropped: {}, close: () => file.close() };
}
