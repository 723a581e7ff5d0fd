import { plainText } from '../text/plain-text.ts';
import type { DataRow } from './data-row.ts';
import { significant } from './significant.ts';

/** How a spreadsheet knows a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * A table as comma-separated values: a line of names, then a line for each row.
 *
 * The columns are the names of all rows in the order in which they first occur; a row without one, null and what is not
 * finite leave it empty. Numbers have ten significant digits. Text loses its markup; text that a spreadsheet would take
 * for a formula is led by an apostrophe.
 *
 * @param rows The table.
 * @see RFC 4180
 */
export function toCsv(rows: readonly DataRow[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [columns, ...rows.map((row) => columns.map((name) => row[name] ?? null))];
  return lines.map((cells) => `${cells.map(field).join(',')}\r\n`).join('');
}

function field(value: number | string | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(significant(value)) : '';
  const text = plainText(value);
  const isNumber = text.trim() !== '' && Number.isFinite(Number(text));
  if (FORMULA.test(text) && !isNumber) return quoted(`'${text}`);
  return /[",\r\n]/.test(text) ? quoted(text) : text;
}

function quoted(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}
