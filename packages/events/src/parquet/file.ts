import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { parquetMetadataAsync } from 'hyparquet';
import type { AsyncBuffer, FileMetaData } from 'hyparquet';
import { onDisk } from '../disk/disk-error.ts';
import { readExactly } from '../disk/read-exactly.ts';
import { quoted } from '../disk/text-lines.ts';
import { undamaged } from '../disk/damaged.ts';
import { InputError } from '../errors.ts';

const MAGIC = 'PAR1';

/** An open Parquet file whose footer is read. */
export interface ParquetFile {
  readonly path: string;
  readonly metadata: FileMetaData;
  /** Reads stretches of the file, as hyparquet asks for them. */
  readonly buffer: AsyncBuffer;
  readonly close: () => Promise<void>;
}

/**
 * Opens a Parquet file and reads its footer.
 *
 * @param path The file.
 * @returns The open file; close it after use.
 * @throws InputError if it is missing, not a Parquet file, cut off or damaged.
 */
export async function openParquetFile(path: string): Promise<ParquetFile> {
  const handle = await onDisk(path, 'read', () => open(path, 'r'));
  try {
    const { size } = await onDisk(path, 'read', () => handle.stat());
    await checkEnds(path, handle, size);
    const buffer = asyncBuffer(path, handle, size);
    const metadata = await undamaged(path, 'Parquet', () =>
      parquetMetadataAsync(buffer, { geoparquet: false })
    );
    return { path, metadata, buffer, close: () => handle.close() };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function asyncBuffer(path: string, handle: FileHandle, size: number): AsyncBuffer {
  return {
    byteLength: size,
    slice(start, end = size) {
      if (!(start >= 0 && start <= end && end <= size)) {
        throw new Error(`bytes ${start} to ${end} of ${size} are asked for`);
      }
      const bytes = readExactly(path, handle, start, end - start).then(({ buffer }) => buffer);
      // hyparquet may ask for several stretches and wait for the first; the others must not end the process.
      bytes.catch(() => undefined);
      return bytes;
    },
  };
}

async function checkEnds(path: string, handle: FileHandle, size: number): Promise<void> {
  const head = await magic(path, handle, 0, size);
  if (head !== MAGIC) {
    const begins = head === '' ? 'it is empty' : `it begins with ${quoted(head)}`;
    throw new InputError(
      `${path} is not a Parquet file (${begins}); expected ${MAGIC} at its beginning.`
    );
  }
  const tail = await magic(path, handle, Math.max(0, size - MAGIC.length), size);
  if (size < 12 || tail !== MAGIC) {
    throw new InputError(`${path}: the Parquet file is cut off; write it anew.`);
  }
}

async function magic(
  path: string,
  handle: FileHandle,
  position: number,
  size: number
): Promise<string> {
  const bytes = await readExactly(path, handle, position, Math.min(MAGIC.length, size - position));
  return Buffer.from(bytes).toString('latin1');
}
