import { GridFileError } from './grid-file-error.ts';

/** One line of a file, with its number from 1. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/**
 * The blocks of a grid file: its lines, trimmed and without comments, between separators `---`.
 *
 * @param text Contents of the file.
 * @param name What errors call it.
 * @throws GridFileError if the last block is not closed: the file was cut short.
 */
export function gridBlocks(text: string, name: string): Line[][] {
  const blocks: Line[][] = [[]];
  for (const [i, raw] of text.split('\n').entries()) {
    const line = { number: i + 1, text: raw.trim() };
    if (line.text === '---') blocks.push([]);
    else if (line.text !== '' && !line.text.startsWith('#')) blocks.at(-1)!.push(line);
  }
  const rest = blocks.pop()!;
  if (rest.length > 0 || blocks.length === 0) {
    throw new GridFileError(
      `${name} ends without a line ---, which closes every block of a lhagrid1 file: the file is ` +
        `cut short or of another kind. Fetch it again.`
    );
  }
  return blocks;
}

/** Numbers of a line. @throws GridFileError if a word is no finite number. */
export function numbersOf(line: Line, name: string): number[] {
  const words = line.text.split(/\s+/);
  return words.map((word) => {
    const value = Number(word);
    if (Number.isFinite(value)) return value;
    throw new GridFileError(`${name}, line ${line.number}: '${word}' received, expected a number.`);
  });
}

/** Keys and values of the header, quotes taken off; lines without a colon are passed over. */
export function headerOf(block: readonly Line[]): Record<string, string> {
  const pairs = block.flatMap(({ text }) => {
    const [, key, value] = /^(\w+)\s*:\s*(.*)$/.exec(text) ?? [];
    return key === undefined ? [] : [[key, value.replace(/^(['"])(.*)\1$/, '$2')] as const];
  });
  return Object.fromEntries(pairs);
}
