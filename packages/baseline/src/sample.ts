import { allocateColumn, float64Column, type Column, type EventBatch } from '@deelema/events';
import { MEASURED } from './antler-events.ts';

/** What a measurement of the whole sample is made of. */
export const SAMPLED: readonly string[] = [...MEASURED, 'weight'];

/**
 * Puts the first events of a file into one batch in memory; events with a component that is NaN or
 * infinite are passed over.
 *
 * @param batches Events with the columns {@link SAMPLED}.
 * @param most Largest number of events taken.
 * @param signal Checked between batches.
 * @returns The columns {@link SAMPLED}, at most `most` events.
 * @throws InputError if a column is missing.
 * @throws The signal's reason if it is aborted.
 */
export async function readSample(
  batches: AsyncIterable<EventBatch>,
  most: number,
  signal: AbortSignal
): Promise<EventBatch> {
  const parts: EventBatch[] = [];
  let length = 0;
  for await (const batch of batches) {
    signal.throwIfAborted();
    const part = finiteEvents(batch, most - length);
    parts.push(part);
    length += part.length;
    if (length === most) break;
  }
  const columns = SAMPLED.map((name): [string, Column] => {
    const joined = allocateColumn(name, length);
    let row = 0;
    for (const part of parts) {
      joined.set(part.columns[name], row);
      row += part.length;
    }
    return [name, joined];
  });
  return { length, columns: Object.fromEntries(columns) };
}

/** The first events of a batch without NaN and infinities. */
function finiteEvents(batch: EventBatch, most: number): EventBatch {
  const columns = SAMPLED.map((name) => float64Column(batch, name));
  const rows: number[] = [];
  for (let i = 0; i < batch.length && rows.length < most; ++i) {
    if (columns.every((column) => Number.isFinite(column[i]))) rows.push(i);
  }
  const kept = columns.map((column) => Float64Array.from(rows, (i) => column[i]));
  return {
    length: rows.length,
    columns: Object.fromEntries(SAMPLED.map((name, k) => [name, kept[k]])),
  };
}
