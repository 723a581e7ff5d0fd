import type { EventBatch } from './batch.ts';
import type { EventWriter } from './event-writer.ts';

/**
 * Writes batches one after the other and ends the file; only one of them is in memory at a time.
 *
 * Whatever goes wrong, no file is left open. One that could not be finished stays where it is, cut off.
 *
 * @param writer Where to; closed when the promise is settled.
 * @param batches The events, in the order of the file.
 * @returns Number of events written.
 * @throws Whatever `batches` or the writer throws.
 */
export async function writeBatches(
  writer: EventWriter,
  batches: AsyncIterable<EventBatch> | Iterable<EventBatch>
): Promise<number> {
  let written = 0;
  try {
    for await (const batch of batches) {
      await writer.write(batch);
      written += batch.length;
    }
    await writer.close();
  } catch (error) {
    await writer.abort();
    throw error;
  }
  return written;
}
