const FORTRAN_EXPONENT = /^([-+]?[\d.]+)d([-+]?\d+)$/i;

/**
 * Reads a decimal number.
 *
 * Takes the exponents of Fortran (`1.5D+02`); refuses an empty text and the hexadecimal, octal and binary
 * numbers of JavaScript.
 *
 * @param text The number, without spaces.
 * @returns Its value; NaN if it is none.
 */
export function parseNumber(text: string): number {
  // Number('') and Number('0x10') are 0 and 16.
  const second = text.charCodeAt(1) | 32;
  if (text === '' || second === 120 || second === 111 || second === 98) return NaN;
  const value = Number(text);
  if (!Number.isNaN(value)) return value;
  const fortran = FORTRAN_EXPONENT.exec(text);
  return fortran === null ? NaN : Number(`${fortran[1]}e${fortran[2]}`);
}

/**
 * Reads the numbers of a line that stand apart by blanks.
 *
 * @param line The line.
 * @param out Receives the first values; NaN where a field is no number.
 * @returns Number of fields in the line, which may exceed the room in `out`.
 */
export function parseNumbers(line: string, out: Float64Array): number {
  const { length } = line;
  let fields = 0;
  for (let i = 0; i < length;) {
    while (i < length && line.charCodeAt(i) <= 32) i++;
    const start = i;
    while (i < length && line.charCodeAt(i) > 32) i++;
    if (i === start) break;
    if (fields < out.length) out[fields] = parseNumber(line.slice(start, i));
    fields++;
  }
  return fields;
}
