import { createEventWriter } from '../arrow/writer.ts';
import type { EventWriter } from '../columns/event-writer.ts';
import { writeBatches } from '../columns/write-batches.ts';
import { createCsvWriter } from '../csv/writer.ts';
import { replaceFile } from '../disk/replace-file.ts';
import { InputError } from '../errors.ts';
import { namedTopology } from '../lhe/resolve-topology.ts';
import { createLheWriter } from '../lhe/writer.ts';
import type { Topology } from '../topology/topology.ts';
import { eventFormat } from './format.ts';
import { openSource } from './source.ts';
import type { EventSource, SourceOptions } from './source.ts';

/** How an event file is converted. */
export interface ConvertOptions extends SourceOptions {
  /** One line that says what the events are; that of the source if omitted. */
  readonly sample?: string | undefined;
}

/** What a conversion did. */
export interface ConvertCounts {
  /** Events written. */
  readonly written: number;
  /** Events left out, by reason. */
  readonly dropped: Readonly<Record<string, number>>;
}

/**
 * Converts an event file to another format; the ends of the names say of which to which.
 *
 * The new file is there whole or not at all. Arrow and CSV keep every bit of every column (CSV not the sample
 * line); LHE needs all six momenta, keeps no event numbers and is written with the first PDG ids of the topology
 * (muons become electrons).
 *
 * @param from An `.arrow`, `.csv`, `.lhe` or `.lhe.gz` file.
 * @param to A file of one of these names; replaced if it is there.
 * @param options Topology (needed to write LHE from Arrow or CSV), what to do with other events, limit, sample line.
 * @returns Counts.
 * @throws InputError if a name is not of a known format, the source is damaged, or the target cannot be written.
 */
export async function convertEvents(
  from: string,
  to: string,
  options: ConvertOptions = {}
): Promise<ConvertCounts> {
  eventFormat(to);
  const source = await openSource(from, options);
  try {
    const written = await replaceFile(to, async (temporary) => {
      const writer = await createWriter(to, temporary, source, options);
      return writeBatches(writer, source.batches);
    });
    return { written, dropped: source.dropped };
  } finally {
    await source.close();
  }
}

/** The name of the target decides the format, also where the file is first written under another name. */
async function createWriter(
  to: string,
  temporary: string,
  source: EventSource,
  options: ConvertOptions
): Promise<EventWriter> {
  const columns = source.columnNames;
  const { metadata: found } = source;
  const metadata = { ...found, sample: options.sample ?? found.sample };
  const format = eventFormat(to);
  if (format === 'arrow') return createEventWriter(temporary, { columns, ...metadata });
  if (format === 'csv') return createCsvWriter(temporary, { columns });
  return createLheWriter(temporary, {
    ...metadata,
    topology: writtenTopology(to, source, options),
    packed: to.toLowerCase().endsWith('.gz'),
  });
}

function writtenTopology(to: string, source: EventSource, options: ConvertOptions): Topology {
  if (options.topology !== undefined && options.topology !== 'auto') {
    return namedTopology(options.topology);
  }
  if (source.metadata.topology !== undefined) return source.metadata.topology;
  const message = `${to}: an LHE file needs PDG ids, which ${source.format} does not hold; give a topology.`;
  throw new InputError(message, { exitCode: 2 });
}
