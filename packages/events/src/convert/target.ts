import { createEventWriter } from '../arrow/writer.ts';
import type { EventWriter } from '../columns/event-writer.ts';
import type { EventMetadata } from '../columns/metadata.ts';
import { INVISIBLE_ROLES, momentumColumns, VISIBLE_ROLES } from '../columns/roles.ts';
import { createCsvWriter } from '../csv/writer.ts';
import { InputError } from '../errors.ts';
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
 * @returns The writer; call `close` or `abort` in any case.
 * @throws InputError if the file cannot be created, or what it needs is not known.
 */
export async function createTarget(
  { format, to, temporary, columns, metadata }: Target,
  source: EventFormat
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
      checkMomenta(to, columns);
      const topology = writtenTopology(to, source, metadata.topology);
      return createLheWriter(temporary, { ...metadata, topology, packed });
    }
  }
}

function writtenTopology(to: string, source: EventFormat, known: Topology | undefined): Topology {
  if (known !== undefined) return known;
  throw new InputError(
    `${to}: an LHE file needs PDG ids, which this ${source} file does not say; give a topology.`,
    { exitCode: 2 }
  );
}

function checkMomenta(to: string, columns: readonly string[]): void {
  const needed = [...VISIBLE_ROLES, ...INVISIBLE_ROLES];
  const missing = needed.filter((role) =>
    momentumColumns(role).some((name) => !columns.includes(name))
  );
  if (missing.length === 0) return;
  throw new InputError(
    `${to}: an LHE file needs the momenta of ${needed.join(', ')}, of which ${missing.join(', ')} are missing; write Arrow, Parquet or CSV instead.`,
    { exitCode: 2 }
  );
}
