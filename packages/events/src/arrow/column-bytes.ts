import type { FileHandle } from 'node:fs/promises';
import { readExactly } from '../disk/read-exactly.ts';
import { InputError } from '../errors.ts';
import { readerOf } from './byte-reader.ts';
import type { ByteReader } from './byte-reader.ts';
import { unpackLz4 } from './lz4-frame.ts';
import { Stretch } from './stretch.ts';
import { unpackZstd } from './zstd.ts';

/** How the buffers of a record batch are packed. */
export type Packing = 'lz4' | 'zstd';

/** Where the values of one column of one record batch stand. */
export interface ColumnBlock {
  /** Position in the file, in bytes. */
  readonly position: number;
  /** Number of bytes in the file, padding not counted. */
  readonly bytes: number;
  readonly packing: Packing | undefined;
}

/** A packed buffer begins with its unpacked length; −1 says that it is not packed after all. */
const LENGTH_BYTES = 8;

/**
 * Opens the values of a column for reading in order.
 *
 * @param path Name of the file for messages.
 * @param handle The open file.
 * @param block Where they stand.
 * @param needed Number of bytes that will be taken.
 * @returns Their reader.
 * @throws InputError if there are fewer bytes than needed.
 */
export async function columnBytes(
  path: string,
  handle: FileHandle,
  block: ColumnBlock,
  needed: number
): Promise<ByteReader> {
  const { position, bytes, packing } = block;
  if (packing === undefined || bytes === 0) {
    return plain(path, handle, position, check(path, bytes, needed));
  }
  const length = await unpackedLength(path, handle, block);
  const [start, rest] = [position + LENGTH_BYTES, bytes - LENGTH_BYTES];
  if (length === -1) return plain(path, handle, start, check(path, rest, needed));
  check(path, length, needed);
  const packed = new Stretch(path, handle, start, rest);
  return readerOf(packing === 'lz4' ? unpackLz4(packed) : unpackZstd(packed));
}

async function unpackedLength(
  path: string,
  handle: FileHandle,
  { position, bytes }: ColumnBlock
): Promise<number> {
  if (bytes < LENGTH_BYTES) return 0;
  const head = await readExactly(path, handle, position, LENGTH_BYTES);
  return Number(new DataView(head.buffer).getBigInt64(0, true));
}

function plain(path: string, handle: FileHandle, position: number, bytes: number): ByteReader {
  let done = 0;
  return {
    take(count) {
      if (done + count > bytes) throw new RangeError(`${count} bytes, expected ${bytes - done}.`);
      done += count;
      return readExactly(path, handle, position + done - count, count);
    },
  };
}

function check(path: string, bytes: number, needed: number): number {
  if (bytes >= needed) return bytes;
  throw new InputError(
    `${path}: a column has ${bytes} bytes, expected ${needed}; write the file anew.`
  );
}
