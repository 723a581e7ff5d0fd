import { open } from 'node:fs/promises';
import { onDisk } from './disk-error.ts';

/** A file being written from its beginning, in order. */
export interface ByteSink {
  readonly path: string;
  /** Resolves when the bytes are handed to the operating system, so that memory stays flat. */
  write(bytes: Uint8Array): Promise<void>;
  /** Ends the file. */
  close(): Promise<void>;
  /** Closes what is open and leaves the incomplete file where it is. */
  abort(): Promise<void>;
}

/**
 * Creates a file, or empties the one that is there, to be written in order.
 *
 * @param path The file; its folder must exist.
 * @returns Its sink.
 * @throws InputError if the system refuses, here and in every later call: a full disk is one sentence.
 */
export async function createByteFile(path: string): Promise<ByteSink> {
  const handle = await onDisk(path, 'written', () => open(path, 'w'));
  const writeAll = async (bytes: Uint8Array) => {
    // The system may take fewer bytes than it was given.
    for (let done = 0; done < bytes.byteLength;) {
      done += (await handle.write(bytes, done)).bytesWritten;
    }
  };
  return {
    path,
    write: (bytes) => onDisk(path, 'written', () => writeAll(bytes)),
    close: () => onDisk(path, 'written', () => handle.close()),
    abort: () => onDisk(path, 'written', () => handle.close()),
  };
}

/**
 * Writes what is left and closes a file, which is closed also if the last bytes cannot be written.
 *
 * @param sink The file.
 * @param finish Writes what is left.
 * @throws Whatever `finish` throws; InputError if the system refuses.
 */
export async function closeAfter(sink: ByteSink, finish: () => Promise<void>): Promise<void> {
  try {
    await finish();
  } catch (error) {
    await sink.abort();
    throw error;
  }
  await sink.close();
}
