import { openArrowSource } from '../arrow/source.ts';
import type { EventBatch } from '../columns/batch.ts';
import type { EventMetadata } from '../columns/metadata.ts';
import { openCsv } from '../csv/source.ts';
import type { LheOptions } from '../lhe/reader.ts';
import type { TopologyChoice } from '../lhe/resolve-topology.ts';
import { openLhe } from '../lhe/source.ts';
import type { ColumnMap, EnergyUnit } from '../mapping/column-map.ts';
import { checkContent } from './check-content.ts';
import { checkOptions } from './check-options.ts';
import { eventFormat } from './format.ts';
import type { EventFormat } from './format.ts';

/** How an event file is read, whatever its format. */
export interface SourceOptions extends Pick<LheOptions, 'maxUnmatched' | 'limit'> {
  /** For LHE files; found out from the events if omitted. */
  readonly topology?: TopologyChoice | undefined;
  /** Which columns of CSV, Arrow, Parquet and ROOT files are which of ours; those of our names if omitted. */
  readonly columns?: ColumnMap | undefined;
  /** Name of the tree of a ROOT file; needed if it has several. */
  readonly tree?: string | undefined;
  /** Unit of energies, momenta and masses in the file; GeV if omitted. */
  readonly unit?: EnergyUnit | undefined;
  /** Which b of an .npz file belongs to which lepton; found out from the masses if omitted. */
  readonly pairing?: 'auto' | 'straight' | 'crossed' | undefined;
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
  /** Columns of the file that are not ours and were passed over. */
  readonly ignored: readonly string[];
  close(): Promise<void>;
}

type Opener = (path: string, options: SourceOptions) => Promise<EventSource>;

/** The libraries behind the foreign formats are loaded when a file asks for them. */
const OPENERS: Readonly<Record<EventFormat, Opener>> = {
  arrow: openArrowSource,
  csv: openCsv,
  lhe: openLhe,
  parquet: async (path, options) =>
    (await import('../parquet/source.ts')).openParquet(path, options),
  npz: async (path, options) => (await import('../npz/source.ts')).openNpz(path, options),
  root: async (path, options) => (await import('../root/source.ts')).openRoot(path, options),
};

/**
 * Opens an event file; the end of its name says of which format.
 *
 * @param path An LHE, Arrow, CSV, Parquet, .npz or ROOT file.
 * @param options Topology, column map, what to do with events that do not fit, limit.
 * @returns The open file.
 * @throws InputError if the name or the file is not of one of the formats, or an option has no use for it.
 */
export async function openSource(path: string, options: SourceOptions = {}): Promise<EventSource> {
  const format = eventFormat(path);
  checkOptions(path, format, options);
  await checkContent(path, format);
  return OPENERS[format](path, options);
}
