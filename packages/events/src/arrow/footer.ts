import type { FileHandle } from 'node:fs/promises';
import { Footer } from 'apache-arrow/ipc/metadata/file';
import { onDisk } from '../disk/disk-error.ts';
import { readExactly } from '../disk/read-exactly.ts';
import { InputError } from '../errors.ts';

const MAGIC = 'ARROW1';
/** Magic and padding in front. */
const HEAD_BYTES = 8;
/** Footer length and magic behind. */
const TAIL_BYTES = 10;

/** The end of an Arrow file, which says where everything else is. */
export interface FileEnd {
  readonly footer: Footer;
  /** Where the footer begins, in bytes: all events stand before it. */
  readonly position: number;
}

/**
 * Reads the footer of an Arrow IPC file.
 *
 * @param path Name of the file for messages.
 * @param handle The open file.
 * @returns The footer and its position.
 * @throws InputError if the file does not begin and end as an Arrow file does.
 */
export async function readFooter(path: string, handle: FileHandle): Promise<FileEnd> {
  const { size } = await onDisk(path, 'read', () => handle.stat());
  const head = Buffer.from(await readExactly(path, handle, 0, Math.min(size, HEAD_BYTES)));
  if (head.toString('latin1', 0, MAGIC.length) !== MAGIC) throw foreign(path, head);
  if (size < HEAD_BYTES + TAIL_BYTES) throw cutOff(path);
  const tail = Buffer.from(await readExactly(path, handle, size - TAIL_BYTES, TAIL_BYTES));
  const bytes = tail.readInt32LE(0);
  const position = size - TAIL_BYTES - bytes;
  if (tail.toString('latin1', 4) !== MAGIC || bytes <= 0 || position < HEAD_BYTES) {
    throw cutOff(path);
  }
  const encoded = await readExactly(path, handle, position, bytes);
  return { footer: decoded(path, () => Footer.decode(encoded)), position };
}

/**
 * Runs a decoder; whatever it throws means that the file is damaged.
 *
 * @param path Name of the file for messages.
 * @param decode The decoder.
 * @returns What it returns.
 * @throws InputError if it throws.
 */
export function decoded<T>(path: string, decode: () => T): T {
  try {
    return decode();
  } catch (cause) {
    throw new InputError(`${path}: the Arrow file is damaged and cannot be read; write it anew.`, {
      cause,
    });
  }
}

/** The error of a file that lacks its end. */
export function cutOff(path: string): InputError {
  return new InputError(`${path}: the Arrow file is cut off; write it anew.`);
}

function foreign(path: string, head: Buffer): InputError {
  const stream = head.length >= 4 && head.readInt32LE(0) === -1;
  const received = stream ? 'is an Arrow stream' : 'is not an Arrow file';
  const begins = head.length === 0 ? 'it is empty' : `it begins with ${printable(head)}`;
  return new InputError(`${path} ${received} (${begins}); expected the Arrow IPC file format.`);
}

function printable(head: Buffer): string {
  return JSON.stringify(head.toString('latin1').replace(/[^\x20-\x7e]/g, '.'));
}
