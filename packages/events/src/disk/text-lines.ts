import { InputError } from '../errors.ts';
import { readBytes } from './byte-stream.ts';

/** Longer lines mean that the file is not text; they would fill the memory. */
const LONGEST_LINE = 1 << 20;

/**
 * Reads a text file, packed with gzip or not, in blocks of whole lines, so that memory stays flat.
 *
 * @param path The file, UTF-8.
 * @returns Blocks of lines without their ends; the last line counts even without an end.
 * @throws InputError if the file cannot be read or is not text.
 */
export async function* readLines(path: string): AsyncGenerator<string[]> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of readBytes(path)) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop()!;
    if (rest.length > LONGEST_LINE) throw new InputError(`${path} is not a text file.`);
    yield lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield [rest];
}

/**
 * A text as it may stand in a message: printable, quoted, short.
 *
 * @param text Anything a file may contain.
 * @returns At most 40 characters of it, in quotes.
 */
export function quoted(text: string): string {
  const start = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return `"${start.replace(/[^\x20-\x7e…]/g, '.')}"`;
}
