import { allocateColumn, BATCH_ROWS, type Column, type EventBatch } from '@deelema/events';

/** Some rows of a batch. */
export interface SelectedRows {
  readonly batch: EventBatch;
  /** Row numbers, rising. */
  readonly rows: Uint32Array;
}

/**
 * Gathers selected events into full batches.
 *
 * @param selected Batches and the rows to keep of each.
 * @param names The columns to keep.
 * @returns Batches of `BATCH_ROWS` events, the last one perhaps shorter, with arrays of their own.
 */
export async function* gather(
  selected: AsyncIterable<SelectedRows>,
  names: readonly string[]
): AsyncGenerator<EventBatch> {
  let columns = allocate(names);
  let filled = 0;
  for await (const { batch, rows } of selected) {
    for (let from = 0; from < rows.length;) {
      const taken = rows.subarray(from, from + BATCH_ROWS - filled);
      for (const name of names) copyRows(batch.columns[name], taken, columns[name], filled);
      filled += taken.length;
      from += taken.length;
      if (filled < BATCH_ROWS) continue;
      yield { length: filled, columns };
      columns = allocate(names);
      filled = 0;
    }
  }
  if (filled > 0) yield { length: filled, columns: cut(columns, filled) };
}

function allocate(names: readonly string[]): Record<string, Column> {
  return Object.fromEntries(names.map((name) => [name, allocateColumn(name, BATCH_ROWS)]));
}

function copyRows(from: Column, rows: Uint32Array, to: Column, at: number): void {
  for (let k = 0; k < rows.length; ++k) to[at + k] = from[rows[k]];
}

function cut(columns: Record<string, Column>, length: number): Record<string, Column> {
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, column.slice(0, length)])
  );
}
