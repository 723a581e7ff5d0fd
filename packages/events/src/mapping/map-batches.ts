import { columnType, columnUnit, BATCH_ROWS } from '../columns/column.ts';
import type { Column } from '../columns/column.ts';
import type { EventBatch } from '../columns/batch.ts';
import { LeftOut } from './left-out.ts';
import type { Mapping } from './mapping.ts';
import { asFloat64 } from './raw-batch.ts';
import type { RawBatch } from './raw-batch.ts';
import type { ColumnReference } from './column-map.ts';
import { wholeNumbers } from './whole-numbers.ts';

/** How many events of a foreign file are taken. */
export interface TakenEvents {
  /** Only so many from the beginning of the file, those left out included; all if omitted. */
  readonly limit?: number | undefined;
  /** Largest fraction of events, 0 to 1, that may lack a value; 0 if omitted. */
  readonly maxUnmatched?: number | undefined;
  /** Receives the numbers of events left out, by reason. */
  readonly dropped?: Record<string, number> | undefined;
}

/**
 * Makes events of ours of what a foreign file holds; memory does not grow with the number of events.
 *
 * @param path Name of the file for messages.
 * @param mapping The plan, made for the columns of the file.
 * @param raws What the file holds, with the needed columns, in stretches of any length.
 * @param options How many events are taken.
 * @returns Batches of at most `BATCH_ROWS` events, with arrays of their own and the columns of the plan. `event` is
 *  the number of the event in the file from 0, if the file does not number its events itself.
 * @throws InputError if more events lack a value than may, or a value cannot be what its column says.
 * @throws RangeError if `limit` is less than 1.
 */
export async function* mapBatches(
  path: string,
  mapping: Mapping,
  raws: AsyncIterable<RawBatch> | Iterable<RawBatch>,
  { limit = Infinity, maxUnmatched = 0, dropped = {} }: TakenEvents = {}
): AsyncGenerator<EventBatch> {
  if (!(limit >= 1)) throw new RangeError(`${limit} events, expected at least 1.`);
  const leftOut = new LeftOut(path, maxUnmatched, dropped);
  let row = 0;
  for await (const raw of raws) {
    const rows = Math.min(raw.length, limit - row);
    for (let from = 0; from < rows; from += BATCH_ROWS) {
      const to = Math.min(from + BATCH_ROWS, rows);
      const kept = leftOut.select(raw, from, to, row);
      const batch = mapped(path, mapping, raw, kept, row);
      if (batch.length > 0) yield batch;
    }
    row += rows;
    if (row >= limit) break;
  }
  leftOut.check(row);
}

/** The events of the given rows, which are numbers within the raw batch. */
function mapped(
  path: string,
  { recipes, columnNames, gev }: Mapping,
  raw: RawBatch,
  rows: Uint32Array,
  first: number
): EventBatch {
  const made = new Map<string, Column>([['event', rows.map((i) => first + i)]]);
  const picked = new Map<ColumnReference, Float64Array>();
  for (const reference of new Set(recipes.flatMap(({ from }) => from))) {
    picked.set(reference, valuesOf(raw, reference, rows));
  }
  const shared = new Set(picked.values());
  for (const { names, from, make } of recipes) {
    const given = from.map((reference) => picked.get(reference)!);
    const results = make === undefined ? given : make(given);
    names.forEach((name, k) => {
      // Several columns may be made of one of the file, and that one may be a view.
      const values = shared.has(results[k]) ? results[k].slice() : results[k];
      made.set(name, stored(path, name, values, gev, rows, first));
    });
  }
  const columns = columnNames.map((name) => [name, made.get(name)!] as const);
  return { length: rows.length, columns: Object.fromEntries(columns) };
}

function valuesOf(raw: RawBatch, reference: ColumnReference, rows: Uint32Array): Float64Array {
  if (typeof reference === 'number') return new Float64Array(rows.length).fill(reference);
  const column = raw.columns[reference];
  const [from, to] = rows.length === 0 ? [0, 0] : [rows[0], rows[rows.length - 1] + 1];
  if (to - from === rows.length) return asFloat64(column.subarray(from, to));
  return Float64Array.from(rows, (i) => Number(column[i]));
}

/** As our column of that name is stored: in GeV, or as whole numbers. */
function stored(
  path: string,
  name: string,
  values: Float64Array,
  gev: number,
  rows: Uint32Array,
  first: number
): Column {
  if (columnType(name) !== 'float64') return wholeNumbers(path, name, values, rows, first);
  // Without a factor every bit is kept.
  if (gev === 1 || columnUnit(name) === undefined) return values;
  for (let i = 0; i < values.length; ++i) values[i] *= gev;
  return values;
}
