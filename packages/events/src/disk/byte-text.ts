const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Bytes up to here part the fields of a line: blanks, tabs and the carriage return of Windows. */
const BLANK = 32;

/**
 * Where the blanks end that begin at a position.
 *
 * @param bytes The text.
 * @param start Where to begin.
 * @param end Where the line ends.
 */
export function skipBlanks(bytes: Uint8Array, start: number, end: number): number {
  let i = start;
  while (i < end && bytes[i] <= BLANK) i++;
  return i;
}

/**
 * Where the field ends that begins at a position: at the next blank, or with the line.
 *
 * @param bytes The text.
 * @param start Where the field begins.
 * @param end Where the line ends.
 */
export function fieldEnd(bytes: Uint8Array, start: number, end: number): number {
  let i = start;
  while (i < end && bytes[i] > BLANK) i++;
  return i;
}

/**
 * Part of the bytes as a string.
 *
 * @param bytes UTF-8.
 * @param start Where it begins.
 * @param end Behind its last byte.
 */
export function textOf(bytes: Uint8Array, start: number, end: number): string {
  return decoder.decode(bytes.subarray(start, end));
}
