import type { EventBatch } from '../columns/batch.ts';
import { allocateColumn, BATCH_ROWS } from '../columns/column.ts';
import type { Column } from '../columns/column.ts';
import { mapColumns } from '../columns/map-columns.ts';
import { quoted, readLines } from '../disk/text-lines.ts';
import { InputError } from '../errors.ts';
import { cellRange, parseCell } from './cell.ts';

/**
 * Reads the header row of a CSV file of events.
 *
 * @param path The file.
 * @returns Column names, in the order of the file.
 * @throws InputError if the file is empty, or a name is missing or stands twice.
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
 * @param path The file, separated by commas.
 * @param batchRows Largest number of events in a batch; `BATCH_ROWS` if omitted.
 * @returns Batches, each with arrays of its own.
 * @throws InputError that names file, line and column of what is no number, or of a row with too few cells.
 */
export async function* readCsv(
  path: string,
  batchRows: number = BATCH_ROWS
): AsyncGenerator<EventBatch> {
  const names = await readCsvHeader(path);
  const columns = names.map((name) => allocateColumn(name, batchRows));
  const named = Object.fromEntries(names.map((name, k) => [name, columns[k]] as const));
  const take = (length: number): EventBatch => ({
    length,
    columns: mapColumns(named, (column) => column.slice(0, length)),
  });
  let lineNumber = 0;
  let rows = 0;
  for await (const lines of readLines(path)) {
    for (const line of lines) {
      if (++lineNumber === 1 || line.trim() === '') continue;
      readRow(`${path}, line ${lineNumber}`, line, names, columns, rows++);
      if (rows === batchRows) {
        yield take(rows);
        rows = 0;
      }
    }
  }
  if (rows > 0) yield take(rows);
}

function headerNames(path: string, line: string): string[] {
  const names = line.split(',').map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
  const wrong = names.find((name) => !/^\w+$/.test(name));
  if (wrong !== undefined) {
    const expected = 'expected column names such as a1_E';
    throw new InputError(`${path}, line 1: the header row has ${quoted(wrong)}, ${expected}.`);
  }
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new InputError(`${path}, line 1: column ${twice} stands twice.`);
  return names;
}

function readRow(
  where: string,
  line: string,
  names: readonly string[],
  columns: readonly Column[],
  row: number
): void {
  const cells = line.split(',');
  if (cells.length !== names.length) {
    throw new InputError(`${where}: the row has ${cells.length} cells, expected ${names.length}.`);
  }
  for (let k = 0; k < cells.length; k++) {
    const value = parseCell(cells[k], names[k]);
    if (value === undefined) {
      const received = `column ${names[k]} is ${quoted(cells[k].trim())}`;
      throw new InputError(`${where}: ${received}, expected ${cellRange(names[k])}.`);
    }
    columns[k][row] = value;
  }
}
