import { SHOWN_ROWS } from '../convert/table-contents.ts';
import type { TableContents } from '../convert/table-contents.ts';
import { readLines } from '../disk/text-lines.ts';
import { parseCell } from './cell.ts';
import { readCsvHeader } from './reader.ts';
import { splitRow } from './row.ts';

/**
 * Lists what is in a CSV file with columns of any names.
 *
 * @param path The file, packed with gzip or not.
 * @returns One table; a column counts as one of numbers if its first cells are.
 * @throws InputError if the file cannot be read or has no header row.
 */
export async function csvContents(path: string): Promise<TableContents[]> {
  const names = await readCsvHeader(path);
  const rows: string[][] = [];
  let entries = -1;
  for await (const lines of readLines(path)) {
    for (const line of lines) {
      if (line.trim() === '' && entries >= 0) continue;
      if (++entries >= 1 && rows.length < SHOWN_ROWS) rows.push(splitRow(line));
    }
  }
  const cells = (k: number) => rows.map((row) => (row[k] ?? '').trim());
  const columns = names.map((name, k) => ({
    name,
    type: cells(k).every((cell) => parseCell(cell, 'number') !== undefined) ? 'number' : 'text',
  }));
  const firstRows = rows.map((_, i) => Object.fromEntries(names.map((n, k) => [n, cells(k)[i]])));
  return [{ name: '', entries, columns, firstRows }];
}
