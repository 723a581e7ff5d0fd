import { columnType } from '../columns/column.ts';
import type { ColumnType } from '../columns/schema.ts';
import { parseNumber } from '../disk/parse-number.ts';

/** Not numbers to JavaScript, but to other writers of CSV. */
const SPECIAL: Readonly<Record<string, number>> = {
  nan: NaN,
  inf: Infinity,
  '+inf': Infinity,
  '-inf': -Infinity,
  infinity: Infinity,
  '-infinity': -Infinity,
};

/** Truth values as Python and R write them. */
const TRUTH: Readonly<Record<string, number>> = { true: 1, false: 0 };

const LARGEST: Readonly<Record<ColumnType, number>> = {
  float64: Infinity,
  uint8: 0xff,
  uint32: 0xffffffff,
};

/**
 * Reads one cell.
 *
 * @param text The cell.
 * @param column Column name, which decides the type.
 * @returns Its value; undefined if it is none of the column's type. NaN and infinities count as float64.
 */
export function parseCell(text: string, column: string): number | undefined {
  const cell = text.trim();
  const value = parseNumber(cell);
  const type = columnType(column);
  if (type === 'float64') {
    return Number.isNaN(value) ? SPECIAL[cell.toLowerCase()] : value;
  }
  if (type === 'uint8' && Number.isNaN(value)) return TRUTH[cell.toLowerCase()];
  return Number.isInteger(value) && value >= 0 && value <= LARGEST[type] ? value : undefined;
}

/**
 * What a cell of a column may hold, for messages.
 *
 * @param column Column name.
 */
export function cellRange(column: string): string {
  const type = columnType(column);
  return type === 'float64' ? 'a number' : `an integer from 0 to ${LARGEST[type]}`;
}
