import type { EventBatch } from '../columns/batch.ts';
import { mapColumns } from '../columns/map-columns.ts';

/**
 * The first events of a stream of batches; what comes after is not read.
 *
 * @param batches The stream.
 * @param limit Number of events; all if omitted.
 * @returns Batches, the last one cut to views if need be.
 * @throws RangeError if `limit` is less than 1.
 */
export async function* firstRows(
  batches: AsyncIterable<EventBatch>,
  limit = Infinity
): AsyncGenerator<EventBatch> {
  if (!(limit >= 1)) throw new RangeError(`${limit} events, expected at least 1.`);
  let left = limit;
  for await (const batch of batches) {
    yield batch.length <= left ? batch : cut(batch, left);
    left -= batch.length;
    if (left <= 0) return;
  }
}

function cut({ columns }: EventBatch, length: number): EventBatch {
  return { length, columns: mapColumns(columns, (column) => column.subarray(0, length)) };
}
