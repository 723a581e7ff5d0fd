import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { onDisk } from '../disk/disk-error.ts';

/**
 * Metadata entries by which pieces of one file are known to belong together. `continued` stands in the copy of the
 * schema at the end only, for a piece is known not to be the last when it is full.
 */
export const PIECE_ENTRIES = { number: 'piece', firstRow: 'first_row', continued: 'continued' };

/**
 * Path of a piece of a file of events.
 *
 * @param path The file, which is the first piece.
 * @param number Number of the piece, from 1.
 * @returns E.g. `events.part2.arrow`.
 */
export function piecePath(path: string, number: number): string {
  if (number === 1) return path;
  const ending = extname(path);
  return `${path.slice(0, path.length - ending.length)}.part${number}${ending}`;
}

/**
 * Removes the further pieces of a file that is written anew.
 *
 * @param path The file.
 * @throws InputError if the system refuses.
 */
export async function removePieces(path: string): Promise<void> {
  const [folder, ending] = [dirname(path), extname(path)];
  const stem = basename(path, ending);
  const names = await onDisk(path, 'written', () => readdir(folder));
  for (const name of names) {
    const number = /\.part([2-9]|[1-9]\d+)$/.exec(basename(name, ending))?.[1];
    if (number === undefined || name !== `${stem}.part${number}${ending}`) continue;
    await onDisk(join(folder, name), 'written', () => rm(join(folder, name)));
  }
}
