import type { EventBatch } from '../columns/batch.ts';
import { allocateColumn, BATCH_ROWS } from '../columns/column.ts';
import type { Column } from '../columns/column.ts';
import { mapColumns } from '../columns/map-columns.ts';
import { quoted, readLines } from '../disk/text-lines.ts';
import { InputError } from '../errors.ts';
import { cellRange, parseCell } from './cell.ts';
import { splitRow } from './row.ts';

/** How a CSV file of events is read. */
export interface CsvOptions {
  /** Columns to read; all if omitted. Of the others, the cells may hold anything. */
  readonly columns?: readonly string[] | undefined;
  /** Largest number of events in a batch; `BATCH_ROWS` if omitted. */
  readonly batchRows?: number | undefined;
}

/** A column of the file that is read. */
interface ReadColumn {
  readonly name: string;
  /** Number of its cell in a row. */
  readonly cell: number;
  readonly values: Column;
}

/**
 * Reads the header row of a CSV file of events.
 *
 * @param path The file, packed with gzip or not.
 * @returns Column names, in the order of the file.
 * @throws InputError if the file is empty, or the row is not one of names.
 */
export async function readCsvHeader(path: string): Promise<string[]> {
  for await (const [line] of readLines(path)) {
    if (line !== undefined) return headerNames(path, line);
  }
  throw new InputError(`${path} is empty, expected a header row with column names.`);
}

/**
 * Reads a CSV file of events: a header row with column names, then one row per event; memory stays flat.
 *
 * Blank rows are passed over. The column name alone decides the type, as in Arrow files.
 *
 * @param path The file, separated by commas, packed with gzip or not.
 * @param options Which columns, and how many events at once.
 * @returns Batches, each with arrays of its own.
 * @throws InputError that names file, line and column of what is no number, or of a row with too few cells.
 */
export async function* readCsv(path: string, options: CsvOptions = {}): AsyncGenerator<EventBatch> {
  const { batchRows = BATCH_ROWS } = options;
  const header = await readCsvHeader(path);
  const columns = readColumns(path, header, options.columns ?? header, batchRows);
  const named = Object.fromEntries(columns.map(({ name, values }) => [name, values] as const));
  const take = (length: number): EventBatch => ({
    length,
    columns: mapColumns(named, (column) => column.slice(0, length)),
  });
  let lineNumber = 0;
  let rows = 0;
  for await (const lines of readLines(path)) {
    for (const line of lines) {
      if (++lineNumber === 1 || line.trim() === '') continue;
      readRow(`${path}, line ${lineNumber}`, line, header.length, columns, rows++);
      if (rows === batchRows) {
        yield take(rows);
        rows = 0;
      }
    }
  }
  if (rows > 0) yield take(rows);
}

function headerNames(path: string, line: string): string[] {
  const names = splitRow(line.replace(/\r$/, '')).map((name) => name.trim());
  const expected = 'expected column names such as a1_E';
  // A row of numbers is a file without a header; one name with other separators is not split.
  const wrong = names.find((name) => name !== '' && !Number.isNaN(Number(name)));
  const unsplit = names.length === 1 && !/^\w+$/.test(names[0]) ? names[0] : undefined;
  if ((wrong ?? unsplit) === undefined) return names;
  throw new InputError(
    `${path}, line 1: the header row has ${quoted(wrong ?? unsplit!)}, ${expected}.`
  );
}

function readColumns(
  path: string,
  header: readonly string[],
  names: readonly string[],
  rows: number
): ReadColumn[] {
  return names.map((name) => {
    const cell = header.indexOf(name);
    if (cell < 0) {
      throw new InputError(`${path}: column ${name} missing; the file has ${header.join(', ')}.`);
    }
    if (header.lastIndexOf(name) > cell) {
      throw new InputError(`${path}, line 1: column ${name} stands twice.`);
    }
    return { name, cell, values: allocateColumn(name, rows) };
  });
}

function readRow(
  where: string,
  line: string,
  width: number,
  columns: readonly ReadColumn[],
  row: number
): void {
  const cells = splitRow(line);
  if (cells.length !== width) {
    throw new InputError(`${where}: the row has ${cells.length} cells, expected ${width}.`);
  }
  for (const { name, cell, values } of columns) {
    const value = parseCell(cells[cell], name);
    if (value === undefined) {
      const received = `column ${name} is ${quoted(cells[cell].trim())}`;
      throw new InputError(`${where}: ${received}, expected ${cellRange(name)}.`);
    }
    values[row] = value;
  }
}
