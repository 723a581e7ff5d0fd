import type { EventBatch } from '../columns/batch.ts';
import { writeBatches } from '../columns/write-batches.ts';
import { createEventWriter } from './writer.ts';
import type { EventWriterOptions } from './writer.ts';

/** Largest length of one file of a stage's events, bytes. */
export const PIECE_BYTES = 256e6;

/**
 * Writes events to an Arrow IPC file, one record batch per batch, or replaces the file that is there. What exceeds
 * 256 MB goes to further files beside it, which `openEvents` opens with it.
 *
 * The next batch is asked for when the last one is on its way to the disk, so one is in memory at a time. Whatever
 * goes wrong, no file is left open; one that could not be finished stays where it is, and cannot be read.
 *
 * @param path The file; its folder must exist.
 * @param options Columns, which every batch must have, and what the file says about all events.
 * @param batches The events, in the order of the file.
 * @returns Number of events written.
 * @throws InputError if the system refuses to write.
 * @throws RangeError if a column is declared twice, missing in a batch, or of another length than it.
 * @throws TypeError if a column is of another type than {@link columnType} says.
 * @throws Whatever `batches` throws.
 */
export async function writeEvents(
  path: string,
  options: EventWriterOptions,
  batches: AsyncIterable<EventBatch> | Iterable<EventBatch>
): Promise<number> {
  return writeBatches(
    await createEventWriter(path, { ...options, pieceBytes: options.pieceBytes ?? PIECE_BYTES }),
    batches
  );
}
