import { BATCH_ROWS, type Column, type EventBatch } from '@deelema/events';
import { missingMomentum } from './missing-momentum.ts';

/**
 * Batches from elsewhere with the columns of ours.
 *
 * @param batches Events with at least the visible momenta, in batches of any size; both components
 *  of pTmiss or neither.
 * @param names The columns to give: event numbers from 0, weights of 1 and pTmiss without recoil are
 *  made where they are missing.
 * @returns Batches of at most `BATCH_ROWS` events, with arrays of their own.
 */
export async function* completeBatches(
  batches: AsyncIterable<EventBatch>,
  names: readonly string[]
): AsyncGenerator<EventBatch> {
  let row = 0;
  for await (const batch of batches) {
    for (let from = 0; from < batch.length; from += BATCH_ROWS) {
      const part = complete(slice(batch, names, from), row);
      row += part.length;
      yield part;
    }
  }
}

function slice(
  { length, columns }: EventBatch,
  names: readonly string[],
  from: number
): EventBatch {
  const to = Math.min(from + BATCH_ROWS, length);
  const present = names.filter((name) => columns[name] !== undefined);
  const parts = present.map((name): [string, Column] => [name, columns[name].slice(from, to)]);
  return { length: to - from, columns: Object.fromEntries(parts) };
}

function complete(batch: EventBatch, firstRow: number): EventBatch {
  const { length, columns } = batch;
  const added: Record<string, Column> = {};
  if (!columns.event) added.event = new Uint32Array(length).map((_, i) => firstRow + i);
  if (!columns.weight) added.weight = new Float64Array(length).fill(1);
  if (!columns.ptmiss_x) Object.assign(added, missingMomentum(batch));
  return { length, columns: { ...columns, ...added } };
}
