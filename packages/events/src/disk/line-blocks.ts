import { InputError } from '../errors.ts';
import { readBytes } from './byte-stream.ts';

/** Longer lines mean that the file is not text; they would fill the memory. */
const LONGEST_LINE = 1 << 20;

/** The byte that ends a line. */
export const NEWLINE = 10;

/**
 * Reads a text file, packed with gzip or not, in blocks of whole lines, so that memory stays flat.
 *
 * Nothing is copied but the line that lies across two chunks, which is a block of its own.
 *
 * @param path The file.
 * @returns Blocks of bytes; each ends with the end of a line, but for the last of a file that does not.
 * @throws InputError if the file cannot be read or is not text.
 */
export async function* readLineBlocks(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const bytes of readBytes(path)) {
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    const begin = rest.length > 0 && end > 0 ? bytes.indexOf(NEWLINE) + 1 : 0;
    if (begin > 0) yield Buffer.concat([rest, bytes.subarray(0, begin)]);
    if (end > begin) yield bytes.subarray(begin, end);
    rest = end > 0 ? bytes.subarray(end) : Buffer.concat([rest, bytes]);
    if (rest.length > LONGEST_LINE) throw new InputError(`${path} is not a text file.`);
  }
  if (rest.length > 0) yield rest;
}
