import type { EventBatch } from '../columns/batch.ts';
import { InputError } from '../errors.ts';
import { namedTopology } from '../lhe/resolve-topology.ts';
import type { TopologyChoice } from '../lhe/resolve-topology.ts';
import type { Topology } from '../topology/topology.ts';
import { hasEventColumns } from './contents.ts';
import { writtenFormat } from './format.ts';
import type { EventFormat } from './format.ts';
import { saveEvents } from './save-events.ts';
import { openSource } from './source.ts';
import type { SourceOptions } from './source.ts';

/** How an event file is converted. */
export interface ConvertOptions extends SourceOptions {
  /** One line that says what the events are; that of the source if omitted. */
  readonly sample?: string | undefined;
  /** Checked between batches; what is half-written is removed when it is aborted. */
  readonly signal?: AbortSignal | undefined;
  /** Is told the number of events written up to now, batch by batch. */
  readonly onProgress?: ((events: number) => void) | undefined;
}

/** What a conversion did. */
export interface ConvertCounts {
  /** Events written. */
  readonly written: number;
  /** Events left out, by reason. */
  readonly dropped: Readonly<Record<string, number>>;
  /** Columns of the source that are not ours and were passed over. */
  readonly ignored: readonly string[];
  /** What the format of the target has no place for, one sentence each. */
  readonly losses: readonly string[];
}

/**
 * Converts an event file to another format; the ends of the names say of which to which.
 *
 * The new file is there whole or not at all. Arrow and Parquet keep every bit of every column and what the file says
 * about all events; CSV keeps the columns; LHE needs all six momenta and is written with the first PDG ids of the
 * topology (muons become electrons). An Arrow file in several pieces becomes one file.
 *
 * @param from A file of any format.
 * @param to An Arrow, Parquet, CSV or LHE file; replaced if it is there, with its further pieces.
 * @param options How the source is read; topology (needed to write LHE of files that do not say it, and noted in the
 *  metadata), sample line.
 * @returns Counts, and what is lost.
 * @throws InputError if a name is not of a known format, the source is damaged, or the target cannot be written.
 * @throws The signal's reason if it is aborted.
 */
export async function convertEvents(
  from: string,
  to: string,
  options: ConvertOptions = {}
): Promise<ConvertCounts> {
  // A name that cannot be written is refused before anything is read.
  writtenFormat(to);
  const { sample, signal, onProgress, ...reading } = options;
  const source = await openSource(from, reading);
  const { columnNames: columns } = source;
  const metadata = {
    ...source.metadata,
    ...givenTopology(source.format, options.topology),
    sample: sample ?? source.metadata.sample,
  };
  try {
    if (!hasEventColumns(columns)) throw nothingOfOurs(from, source.ignored);
    const batches = watched(source.batches, signal, onProgress);
    const saved = await saveEvents(to, { columns, metadata, from: source.format }, batches);
    return { ...saved, dropped: source.dropped, ignored: source.ignored };
  } finally {
    await source.close();
  }
}

/** An LHE file has been searched for the topology that is given; of other files it is what the user knows. */
function givenTopology(
  source: EventFormat,
  choice: TopologyChoice | undefined
): { readonly topology?: Topology } {
  if (source === 'lhe' || choice === undefined || choice === 'auto') return {};
  return { topology: namedTopology(choice) };
}

async function* watched(
  batches: AsyncIterable<EventBatch>,
  signal?: AbortSignal,
  onProgress?: (events: number) => void
): AsyncGenerator<EventBatch> {
  let events = 0;
  signal?.throwIfAborted();
  for await (const batch of batches) {
    yield batch;
    signal?.throwIfAborted();
    onProgress?.((events += batch.length));
  }
}

function nothingOfOurs(path: string, ignored: readonly string[]): InputError {
  const there = ignored.length === 0 ? 'no further columns' : ignored.slice(0, 20).join(', ');
  return new InputError(
    `${path}: none of its columns has one of our names, such as a1_E; it has ${there}; say by a column map which is which.`
  );
}
