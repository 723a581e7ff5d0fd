import {
  allocateColumn,
  float64Column,
  mapColumns,
  type Column,
  type EventBatch,
} from '@deelema/events';

/** Events worked on at once: few enough that several threads share the work on a small file. */
const SLICE_ROWS = 4096;

/** A batch that is being worked on: what its results are joined to. */
export interface OpenBatch {
  readonly length: number;
  readonly event: Column;
}

/**
 * Cuts batches into slices of bounded length; an empty batch is one empty slice.
 *
 * @param batches Events with at least `event` and the named columns.
 * @param names Columns of a slice.
 * @param open Receives each batch before its first slice is handed out.
 * @returns Slices with arrays of their own, in the order of the events.
 * @throws InputError if a named column is missing.
 */
export async function* slices(
  batches: AsyncIterable<EventBatch>,
  names: readonly string[],
  open: OpenBatch[]
): AsyncGenerator<EventBatch> {
  for await (const batch of batches) {
    const { length } = batch;
    const wanted = Object.fromEntries(names.map((name) => [name, float64Column(batch, name)]));
    open.push({ length, event: batch.columns.event });
    for (let from = 0; from === 0 || from < length; from += SLICE_ROWS) {
      const to = Math.min(from + SLICE_ROWS, length);
      yield { length: to - from, columns: mapColumns(wanted, (column) => column.slice(from, to)) };
    }
  }
}

/**
 * Joins the results of {@link slices} to batches as they were.
 *
 * @param results One for each slice, in their order, all with the same columns.
 * @param open The batches, in their order; each is removed when it is complete.
 * @returns Batches of `event` and the columns of the results.
 */
export async function* joinSlices(
  results: AsyncIterable<EventBatch>,
  open: OpenBatch[]
): AsyncGenerator<EventBatch> {
  let joined: Record<string, Column> = {};
  let rows = 0;
  for await (const { length, columns } of results) {
    const batch = open[0];
    if (rows === 0) joined = mapColumns(columns, (_, name) => allocateColumn(name, batch.length));
    for (const [name, column] of Object.entries(columns)) joined[name].set(column, rows);
    rows += length;
    if (rows < batch.length) continue;
    yield { length: rows, columns: { event: batch.event, ...joined } };
    open.shift();
    rows = 0;
  }
}
