import type { FileHandle } from 'node:fs/promises';
import { InputError } from '../errors.ts';
import { onDisk } from './disk-error.ts';

/**
 * Reads a stretch of a file.
 *
 * @param path Name of the file for messages.
 * @param handle The open file.
 * @param position First byte.
 * @param bytes Number of bytes.
 * @returns The bytes, in a buffer of their own.
 * @throws InputError if the file ends before.
 */
export async function readExactly(
  path: string,
  handle: FileHandle,
  position: number,
  bytes: number
): Promise<Uint8Array<ArrayBuffer>> {
  const into = new Uint8Array(bytes);
  let done = 0;
  while (done < bytes) {
    const read = () => handle.read(into, done, bytes - done, position + done);
    const { bytesRead } = await onDisk(path, 'read', read);
    if (bytesRead === 0) {
      const end = `ends at byte ${position + done}, expected ${position + bytes}`;
      throw new InputError(`${path} ${end}: it is cut off; write it anew.`);
    }
    done += bytesRead;
  }
  return into;
}
