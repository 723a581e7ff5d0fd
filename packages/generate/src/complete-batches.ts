import type { Column, EventBatch } from '@deelema/events';
import { missingMomentum } from './missing-momentum.ts';

/**
 * Batches from elsewhere with the columns of ours.
 *
 * @param batches Events with their numbers and at least the visible momenta; both components of
 *  pTmiss or neither.
 * @param names The columns to give: weights of 1 and pTmiss without recoil are made where they are
 *  missing.
 * @returns The batches, their columns without a copy.
 */
export async function* completeBatches(
  batches: AsyncIterable<EventBatch>,
  names: readonly string[]
): AsyncGenerator<EventBatch> {
  for await (const batch of batches) yield complete(batch, names);
}

function complete(batch: EventBatch, names: readonly string[]): EventBatch {
  const { length } = batch;
  const columns: Record<string, Column> = { ...batch.columns };
  columns.weight ??= new Float64Array(length).fill(1);
  if (!columns.ptmiss_x) Object.assign(columns, missingMomentum(batch));
  return { length, columns: Object.fromEntries(names.map((name) => [name, columns[name]])) };
}
