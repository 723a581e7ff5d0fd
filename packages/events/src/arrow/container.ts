import type { FileHandle } from 'node:fs/promises';
import { onDisk } from '../disk/disk-error.ts';
import { readExactly } from '../disk/read-exactly.ts';
import { InputError } from '../errors.ts';

/** The two forms of Arrow IPC: with a footer to find everything by, or to be read from the beginning. */
export type Container = 'file' | 'stream';

/** An Arrow file begins and ends with it. */
export const MAGIC = 'ARROW1';

/** Feather before version 2 was a format of its own. */
const FEATHER_1 = 'FEA1';

/**
 * Tells by the first bytes in which form a file is.
 *
 * @param path Name of the file for messages.
 * @param handle The open file.
 * @returns The form.
 * @throws InputError if it is neither.
 */
export async function containerOf(path: string, handle: FileHandle): Promise<Container> {
  const { size } = await onDisk(path, 'read', () => handle.stat());
  const head = Buffer.from(await readExactly(path, handle, 0, Math.min(size, 8)));
  if (head.toString('latin1', 0, MAGIC.length) === MAGIC) return 'file';
  if (head.length >= 4 && head.readInt32LE(0) === -1) return 'stream';
  if (head.toString('latin1', 0, 4) === FEATHER_1) {
    throw new InputError(
      `${path} is a Feather file of version 1, expected version 2, which is the Arrow IPC file format; write it anew.`
    );
  }
  const begins = head.length === 0 ? 'it is empty' : `it begins with ${printable(head)}`;
  throw new InputError(
    `${path} is not an Arrow file (${begins}); expected the Arrow IPC file or stream format.`
  );
}

function printable(head: Buffer): string {
  return JSON.stringify(head.toString('latin1').replace(/[^\x20-\x7e]/g, '.'));
}
