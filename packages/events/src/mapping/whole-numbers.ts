import { allocateColumn, columnType } from '../columns/column.ts';
import type { Column } from '../columns/column.ts';
import { InputError } from '../errors.ts';

/**
 * Numbers of a foreign file as a column of whole numbers.
 *
 * @param path Name of the file for messages.
 * @param name Name of the column, which decides the type.
 * @param values The numbers.
 * @param rows Their rows in the stretch they come from, for messages.
 * @param first Row of its first event in the file.
 * @returns The column.
 * @throws InputError that names the event whose number is not whole or does not fit.
 */
export function wholeNumbers(
  path: string,
  name: string,
  values: Float64Array,
  rows: Uint32Array,
  first: number
): Column {
  const column = allocateColumn(name, values.length);
  column.set(values);
  const wrong = values.findIndex((value, i) => column[i] !== value);
  if (wrong < 0) return column;
  const most = columnType(name) === 'uint32' ? 2 ** 32 - 1 : 255;
  const advice =
    name === 'event' ? 'leave it out of the file or the map, and the rows are numbered' : 'mend it';
  throw new InputError(
    `${path}: column ${name} is ${values[wrong]} in row ${first + rows[wrong]} (counted from 0), expected a whole number from 0 to ${most}; ${advice}.`
  );
}
