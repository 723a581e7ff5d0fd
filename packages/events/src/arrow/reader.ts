import type { EventBatch } from '../columns/batch.ts';
import { columnType } from '../columns/column.ts';
import { parseMetadata } from '../columns/metadata.ts';
import type { EventMetadata } from '../columns/metadata.ts';
import { columnDefinition } from '../columns/schema.ts';
import { InputError } from '../errors.ts';
import type { ArrowFile } from './arrow-file.ts';
import { openPieces } from './open-pieces.ts';
import { typeName } from './stored-type.ts';

/** An open Arrow file of events, with all its pieces. */
export interface EventFile {
  readonly path: string;
  /** Number of events in the file. */
  readonly rows: number;
  readonly columnNames: readonly string[];
  /** Columns that are not ours and cannot be read as numbers. */
  readonly ignored: readonly string[];
  /** Number of files that the events are cut into; 1 as a rule. */
  readonly pieces: number;
  /** What the file says about all events; an empty sample line if it says nothing. */
  readonly metadata: EventMetadata;
  /**
   * Reads the events batch by batch, as they were written; batches of others that are longer than `BATCH_ROWS` are
   * cut. Each batch has arrays of its own.
   *
   * Only the named columns are read from disk.
   *
   * @param names Columns to read; all if omitted.
   * @throws InputError if a column is missing or the file is damaged.
   */
  batches(names?: readonly string[]): AsyncGenerator<EventBatch>;
  /** Closes the file; open iterations fail after it. */
  close(): Promise<void>;
}

/**
 * Opens an Arrow IPC file or stream of events and reads what it says about itself.
 *
 * Takes LZ4 and Zstandard buffers, and our columns as other types whose values fit: Float32 and integers for
 * numbers, any integers for `event`, integers and truth values for `split` and `exchanged`. Pieces that continue the
 * file are opened with it.
 *
 * @param path The file.
 * @returns The open file; close it after use.
 * @throws InputError if it is missing, not Arrow, cut off or damaged, if one of its pieces is missing, or if one of
 *  our columns holds nulls or has a type that does not fit.
 */
export async function openEvents(path: string): Promise<EventFile> {
  const pieces = await openPieces(path);
  try {
    return eventFile(path, pieces);
  } catch (error) {
    await closeAll(pieces);
    throw error;
  }
}

function eventFile(path: string, pieces: readonly ArrowFile[]): EventFile {
  const [first] = pieces;
  const columnNames = first.fields.filter(isRead).map(({ name }) => name);
  const wanted = (names: readonly string[]) =>
    names.map((name) => ({ name, type: columnType(name) }));
  for (const piece of pieces) {
    for (const column of wanted(columnNames)) {
      const wrong = piece.problem(column);
      if (wrong !== undefined) throw new InputError(`${piece.path}: ${wrong}.`);
    }
  }
  return {
    path,
    rows: pieces.reduce((sum, { rows }) => sum + rows, 0),
    columnNames,
    ignored: first.fields.map(({ name }) => name).filter((name) => !columnNames.includes(name)),
    pieces: pieces.length,
    metadata: parseMetadata(path, first.metadata),
    async *batches(names = columnNames) {
      checkPresent(path, columnNames, names);
      for (const piece of pieces) yield* piece.batches(wanted(names));
    },
    close: () => closeAll(pieces),
  };
}

/** Our columns must be readable; of others, those are taken along that already are as they would be here. */
function isRead({ name, type }: ArrowFile['fields'][number]): boolean {
  return columnDefinition(name) !== undefined || typeName(type) === 'Float64';
}

async function closeAll(pieces: readonly ArrowFile[]): Promise<void> {
  for (const piece of pieces) await piece.close();
}

function checkPresent(path: string, present: readonly string[], names: readonly string[]): void {
  const missing = names.filter((name) => !present.includes(name));
  if (missing.length === 0) return;
  const subject = `${missing.length > 1 ? 'columns' : 'column'} ${missing.join(', ')}`;
  throw new InputError(`${path}: ${subject} missing; the file has ${present.join(', ')}.`);
}
