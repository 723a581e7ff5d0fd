import { fieldEnd, skipBlanks, textOf } from './byte-text.ts';
import { readNumber } from './read-number.ts';

/**
 * Reads the numbers of a line that stand apart by blanks.
 *
 * @param bytes The text.
 * @param start Where the line begins.
 * @param end Where it ends.
 * @param out Receives the first values; NaN where a field is no number.
 * @param wanted 1 for the fields that are read, 0 for those that may hold what they like; as long as `out`.
 * @returns Number of fields in the line, which may exceed the room in `out`.
 */
export function readFields(
  bytes: Uint8Array,
  start: number,
  end: number,
  out: Float64Array,
  wanted: Uint8Array
): number {
  let fields = 0;
  let i = skipBlanks(bytes, start, end);
  while (i < end) {
    const read = fields < wanted.length && wanted[fields] === 1;
    i = read ? readNumber(bytes, i, end, out, fields) : fieldEnd(bytes, i, end);
    fields++;
    i = skipBlanks(bytes, i, end);
  }
  return fields;
}

/**
 * One field of a line as it stands there, for messages.
 *
 * @param bytes The text.
 * @param start Where the line begins.
 * @param end Where it ends.
 * @param field Number of the field, from 0.
 * @returns The field; empty if the line has fewer.
 */
export function fieldText(bytes: Uint8Array, start: number, end: number, field: number): string {
  let i = skipBlanks(bytes, start, end);
  for (let k = 0; k < field; k++) i = skipBlanks(bytes, fieldEnd(bytes, i, end), end);
  return textOf(bytes, i, fieldEnd(bytes, i, end));
}
