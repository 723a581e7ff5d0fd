import { createEventWriter } from '../arrow/writer.ts';
import type { EventWriter } from '../columns/event-writer.ts';
import type { EventMetadata } from '../columns/metadata.ts';
import { createCsvWriter } from '../csv/writer.ts';
import { InputError } from '../errors.ts';
import { namedTopology } from '../lhe/resolve-topology.ts';
import type { TopologyChoice } from '../lhe/resolve-topology.ts';
import { createLheWriter } from '../lhe/writer.ts';
import type { Topology } from '../topology/topology.ts';
import type { EventFormat, writtenFormat } from './format.ts';

/** A file to be written. */
export interface Target {
  readonly format: ReturnType<typeof writtenFormat>;
  /** Its name, which decides the form. */
  readonly to: string;
  /** The name under which it is written first. */
  readonly temporary: string;
  readonly columns: readonly string[];
  readonly metadata: EventMetadata;
}

/**
 * Creates a file of events of any format that can be written.
 *
 * @param target What and where.
 * @param source Format of the events' source, for messages.
 * @param topology For LHE, where the source does not say it.
 * @returns The writer; call `close` or `abort` in any case.
 * @throws InputError if the file cannot be created, or the topology is not known.
 */
export async function createTarget(
  { format, to, temporary, columns, metadata }: Target,
  source: EventFormat,
  topology: TopologyChoice | undefined
): Promise<EventWriter> {
  const name = to.toLowerCase();
  const packed = name.endsWith('.gz');
  switch (format) {
    case 'arrow': {
      const container = name.endsWith('.arrows') ? 'stream' : 'file';
      return createEventWriter(temporary, { columns, ...metadata, container });
    }
    case 'parquet': {
      const { createParquetWriter } = await import('../parquet/writer.ts');
      return createParquetWriter(temporary, { columns, ...metadata });
    }
    case 'csv':
      return createCsvWriter(temporary, { columns, packed });
    case 'lhe': {
      const written = writtenTopology(to, source, metadata.topology, topology);
      return createLheWriter(temporary, { ...metadata, topology: written, packed });
    }
  }
}

function writtenTopology(
  to: string,
  source: EventFormat,
  known: Topology | undefined,
  choice: TopologyChoice | undefined
): Topology {
  if (choice !== undefined && choice !== 'auto') return namedTopology(choice);
  if (known !== undefined) return known;
  throw new InputError(
    `${to}: an LHE file needs PDG ids, which this ${source} file does not say; give a topology.`,
    { exitCode: 2 }
  );
}
