import { allocateColumn, type EventBatch } from '@deelema/events';

/**
 * Events whose values follow a rule.
 *
 * @param names The columns.
 * @param rows Number of events.
 * @param value The value by name, row and number of the column, both from 0.
 * @param first Row of the first event.
 */
export function makeEvents(
  names: readonly string[],
  rows: number,
  value: (name: string, row: number, column: number) => number,
  first = 0
): EventBatch {
  const columns = names.map((name, k) => {
    const column = allocateColumn(name, rows);
    for (let i = 0; i < rows; ++i) column[i] = value(name, first + i, k);
    return [name, column] as const;
  });
  return { length: rows, columns: Object.fromEntries(columns) };
}

/** Batches of given lengths, made one behind the other, so that their rows are numbered through. */
export function inBatches(
  make: (rows: number, first: number) => EventBatch,
  lengths: readonly number[]
): EventBatch[] {
  let first = 0;
  return lengths.map((length) => {
    const batch = make(length, first);
    first += length;
    return batch;
  });
}
