import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { InputError } from '../errors.ts';
import { diskError, onDisk } from './disk-error.ts';

/** Bytes read at once. */
const CHUNK_BYTES = 1 << 18;
/** Bytes unpacked at once: fewer turns between the threads than with the 16 KiB of zlib double the rate. */
const UNPACKED_BYTES = 1 << 20;

/**
 * Reads a file chunk by chunk and unpacks gzip on the way.
 *
 * Whether it is gzip is seen from its first two bytes, not from its name; several gzip members one after the other
 * are one text. Unpacking happens in a thread of its own.
 *
 * @param path The file.
 * @returns The unpacked bytes.
 * @throws InputError if the system refuses, or if the gzip data are cut off or damaged.
 */
export async function* readBytes(path: string): AsyncGenerator<Buffer> {
  const handle = await onDisk(path, 'read', () => open(path, 'r'));
  const streams: Readable[] = [];
  try {
    const packed = await onDisk(path, 'read', () => isGzip(handle));
    const file = handle.createReadStream({ start: 0, highWaterMark: CHUNK_BYTES });
    const bytes = packed ? gunzip(file) : file;
    streams.push(file, bytes);
    yield* bytes as AsyncIterable<Buffer>;
  } catch (error) {
    throw gzipError(path, error) ?? diskError(path, 'read', error);
  } finally {
    for (const stream of streams) stream.destroy();
    await handle.close();
  }
}

function gunzip(file: Readable): Readable {
  const unpacked = createGunzip({ chunkSize: UNPACKED_BYTES });
  // `pipe` hands on data, not errors.
  file.on('error', (error) => unpacked.destroy(error));
  return file.pipe(unpacked);
}

async function isGzip(handle: FileHandle): Promise<boolean> {
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
  return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
}

function gzipError(path: string, error: unknown): InputError | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  if (error.code === 'Z_BUF_ERROR') {
    return new InputError(`${path}: the gzip data are cut off; copy or make the file again.`, {
      cause: error,
    });
  }
  if (error.code !== 'Z_DATA_ERROR') return undefined;
  const message = `${path}: the gzip data are damaged (${error.message}); copy or make the file again.`;
  return new InputError(message, { cause: error });
}
