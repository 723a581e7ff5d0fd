import type { FileHandle } from 'node:fs/promises';
import type { Footer } from 'apache-arrow/ipc/metadata/file';
import { onDisk } from '../disk/disk-error.ts';
import { readExactly } from '../disk/read-exactly.ts';
import { cutOff, decoded } from './damage.ts';
import { MAGIC } from './container.ts';
import { decodeFooter } from './decode.ts';

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
 * @param handle The open file, which begins as an Arrow file does.
 * @returns The footer and its position.
 * @throws InputError if the file does not end as an Arrow file does.
 */
export async function readFooter(path: string, handle: FileHandle): Promise<FileEnd> {
  const { size } = await onDisk(path, 'read', () => handle.stat());
  if (size < HEAD_BYTES + TAIL_BYTES) throw cutOff(path);
  const tail = Buffer.from(await readExactly(path, handle, size - TAIL_BYTES, TAIL_BYTES));
  const bytes = tail.readInt32LE(0);
  const position = size - TAIL_BYTES - bytes;
  if (tail.toString('latin1', 4) !== MAGIC || bytes <= 0 || position < HEAD_BYTES) {
    throw cutOff(path);
  }
  const encoded = await readExactly(path, handle, position, bytes);
  return { footer: decoded(path, () => decodeFooter(encoded)), position };
}
