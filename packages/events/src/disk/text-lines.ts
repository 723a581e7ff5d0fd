import { readLineBlocks } from './line-blocks.ts';

/**
 * Reads a text file, packed with gzip or not, in blocks of whole lines, so that memory stays flat.
 *
 * @param path The file, UTF-8.
 * @returns Blocks of lines without their ends; the last line counts even without an end.
 * @throws InputError if the file cannot be read or is not text.
 */
export async function* readLines(path: string): AsyncGenerator<string[]> {
  const decoder = new TextDecoder();
  for await (const block of readLineBlocks(path)) {
    const lines = decoder.decode(block).split('\n');
    if (lines.at(-1) === '') lines.pop();
    yield lines;
  }
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
