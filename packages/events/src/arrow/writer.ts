import type { EventBatch } from '../columns/batch.ts';
import type { EventWriter } from '../columns/event-writer.ts';
import type { EventMetadata } from '../columns/metadata.ts';
import type { Container } from './container.ts';
import { encodedBytes, recordBatch } from './encode-batch.ts';
import { PIECE_ENTRIES, piecePath, removePieces } from './piece.ts';
import { createPiece } from './piece-writer.ts';
import { eventSchema, withEntries } from './schema.ts';

/** What a file of events declares before the first event. */
export interface EventWriterOptions extends EventMetadata {
  /** Column names, in the order of the file. */
  readonly columns: readonly string[];
  /**
   * Largest length of one file, bytes: what exceeds it goes to `<name>.part2.arrow` and so on, but a batch is never
   * cut. All goes to one file if omitted.
   */
  readonly pieceBytes?: number | undefined;
  /** Form of the file; `file` if omitted. A stream is not cut into pieces. */
  readonly container?: Container | undefined;
}

/** Room for the copy of the schema in the footer, and for the place of each batch. */
const [FOOTER_BYTES, PLACE_BYTES] = [1 << 15, 24];

/**
 * Creates an Arrow IPC file of events, or replaces the one that is there together with its further pieces.
 *
 * The bytes depend on the options and the batches alone. One batch is in memory at a time.
 *
 * @param path The file; its folder must exist.
 * @param options Columns, what the file says about all events, largest length of a piece.
 * @returns The writer; call `close` or `abort` in any case.
 * @throws InputError if the file cannot be created.
 * @throws RangeError if a column is declared twice.
 */
export async function createEventWriter(
  path: string,
  options: EventWriterOptions
): Promise<EventWriter> {
  const { container = 'file', pieceBytes = Infinity } = options;
  const schema = eventSchema(checkDistinct(options.columns), options);
  const limit = container === 'file' ? pieceBytes - FOOTER_BYTES : Infinity;
  let piece = await createPiece(path, schema, container);
  await removePieces(path);
  let [number, rows, batches] = [1, 0, 0];
  const next = async () => {
    await piece.close({ [PIECE_ENTRIES.continued]: 'yes' });
    const { number: key, firstRow } = PIECE_ENTRIES;
    const entries = { [key]: String(++number), [firstRow]: String(rows) };
    piece = await createPiece(piecePath(path, number), withEntries(schema, entries), container);
    batches = 0;
  };
  return {
    async write(batch: EventBatch) {
      const encoded = recordBatch(schema, batch);
      const bytes = piece.bytes + encodedBytes(schema, batch) + PLACE_BYTES * (batches + 1);
      if (batches > 0 && bytes > limit) await next();
      await piece.write(encoded);
      rows += batch.length;
      batches++;
    },
    close: () => piece.close(),
    abort: () => piece.abort(),
  };
}

function checkDistinct(columns: readonly string[]): readonly string[] {
  const twice = columns.find((name, i) => columns.indexOf(name) !== i);
  if (twice !== undefined) throw new RangeError(`Column ${twice} is declared twice.`);
  return columns;
}
