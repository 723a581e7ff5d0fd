import { float64Column } from '@deelema/events';
import type { EventBatch } from '@deelema/events';
import { INPUT_COLUMNS } from '@deelema/records';

/** Numbers per event in a row: 16 visible momentum components and pTmiss. */
export const ROW_LENGTH = INPUT_COLUMNS.length;

/**
 * Puts events into rows of float32: the one place where double precision and GeV are left.
 *
 *     row = (a1, a2, b1, b2, pTmiss) / scale
 *
 * @param batch Events, GeV.
 * @param scale Unit of the rows, GeV.
 * @param selected Indices into the batch, in the order of the rows; all events if omitted.
 * @returns Rows one after the other: `ROW_LENGTH` numbers per event, units of the scale.
 * @throws InputError if a column is missing.
 */
export function toRows(
  batch: EventBatch,
  scale: number,
  selected: ArrayLike<number> = Array.from({ length: batch.length }, (_, i) => i)
): Float32Array {
  const rows = new Float32Array(selected.length * ROW_LENGTH);
  INPUT_COLUMNS.forEach((name, j) => {
    const column = float64Column(batch, name);
    for (let i = 0; i < selected.length; ++i)
      rows[i * ROW_LENGTH + j] = column[selected[i]] / scale;
  });
  return rows;
}
