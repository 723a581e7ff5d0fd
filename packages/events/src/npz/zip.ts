import yauzl from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { diskError } from '../disk/disk-error.ts';
import { InputError } from '../errors.ts';
import { ExactBytes } from './exact-bytes.ts';

/** An open .npz file: a zip archive of NumPy arrays. */
export interface NpzArchive {
  readonly path: string;
  /** The arrays by name, without `.npy`. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** Opens an array, stored or packed; several may be open at once. */
  read(entry: Entry): Promise<ExactBytes>;
  close(): void;
}

/**
 * Opens an .npz file and lists its arrays.
 *
 * @param path The file.
 * @returns The open file; close it after use.
 * @throws InputError if it is missing, not a zip archive, or damaged.
 */
export async function openNpzArchive(path: string): Promise<NpzArchive> {
  const zip = await readable(path, () => yauzl.openPromise(path, { autoClose: false }));
  try {
    const entries = await readable(path, () => listArrays(zip));
    return {
      path,
      entries,
      read: (entry) =>
        readable(path, async () => new ExactBytes(await zip.openReadStreamPromise(entry))),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

/**
 * Runs what reads an .npz file; whatever it throws means that the file cannot be read.
 *
 * @param path Name of the file for messages.
 * @param read The reader.
 * @returns What it returns.
 * @throws InputError if it throws.
 */
export async function readable<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    const known = diskError(path, 'read', cause);
    if (known instanceof InputError) throw known;
    const reason = cause instanceof Error ? ` (${cause.message.replace(/\.$/, '')})` : '';
    throw new InputError(
      `${path} cannot be read as a zip archive of NumPy arrays${reason}; save it anew with numpy.savez.`,
      { cause }
    );
  }
}

async function listArrays(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('.npy')) entries.set(entry.fileName.slice(0, -4), entry);
  }
  return entries;
}
