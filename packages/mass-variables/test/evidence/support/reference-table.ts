import { readFileSync } from 'node:fs';

/** Columns by name. */
export type Table = ReadonlyMap<string, Float64Array>;

/** Reads `test/reference/m2/<name>.csv`; its origin is described beside it. Empty cells are NaN. */
export function readTable(name: string): Table {
  const url = new URL(`../../../../../test/reference/m2/${name}.csv`, import.meta.url);
  const [head, ...lines] = readFileSync(url, 'utf8').trimEnd().split('\n');
  const rows = lines.map((line) =>
    line.split(',').map((cell) => (cell === '' ? NaN : Number(cell)))
  );
  return new Map(
    head.split(',').map((column, k) => [column, Float64Array.from(rows, (row) => row[k])])
  );
}

export function column(table: Table, name: string): Float64Array {
  const found = table.get(name);
  if (found === undefined) throw new Error(`The table has no column ${name}.`);
  return found;
}
