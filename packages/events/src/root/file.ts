import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { onDisk } from '../disk/disk-error.ts';
import { readExactly } from '../disk/read-exactly.ts';
import { quoted } from '../disk/text-lines.ts';
import { damaged, undamaged } from '../disk/damaged.ts';
import { InputError } from '../errors.ts';
import { loadJsroot } from './jsroot.ts';
import type { Jsroot, JsrootFile, JsrootProxy } from './jsroot.ts';

const MAGIC = 'root';
/** The beginning of a ROOT file as far as it is looked at here. */
const HEAD_BYTES = 20;
/** Versions from here on have positions of 64 bits. */
const FIRST_LARGE_VERSION = 1_000_000;
/** jsroot reads its first stretches longer than they may be; what is behind the end is 0. */
const LONGEST_BEYOND_END = 1000;

/** An open ROOT file. */
export interface RootFile {
  readonly path: string;
  readonly jsroot: Jsroot;
  readonly content: JsrootFile;
  /** Reads a stretch of the file. */
  read(position: number, length: number): Promise<DataView<ArrayBuffer>>;
  readonly close: () => Promise<void>;
}

/**
 * Opens a ROOT file and reads its top directory; the objects in it are read when asked for.
 *
 * @param path The file.
 * @returns The open file; close it after use.
 * @throws InputError if it is missing, not a ROOT file, cut off or damaged, or if jsroot is not installed.
 */
export async function openRootFile(path: string): Promise<RootFile> {
  const handle = await onDisk(path, 'read', () => open(path, 'r'));
  try {
    const { size } = await onDisk(path, 'read', () => handle.stat());
    await checkHead(path, handle, size);
    const jsroot = await loadJsroot(path);
    const read = (position: number, length: number) =>
      stretch(path, handle, size, position, length);
    const content = await undamaged(path, 'ROOT', () =>
      jsroot.openFile(proxy(path, size, read, jsroot))
    );
    if (content === false) throw damaged(path, 'ROOT');
    return { path, jsroot, content, read, close: () => handle.close() };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function checkHead(path: string, handle: FileHandle, size: number): Promise<void> {
  const head = await readExactly(path, handle, 0, Math.min(size, HEAD_BYTES));
  const magic = Buffer.from(head).toString('latin1', 0, MAGIC.length);
  if (magic !== MAGIC) {
    const begins = size === 0 ? 'it is empty' : `it begins with ${quoted(magic)}`;
    throw new InputError(
      `${path} is not a ROOT file (${begins}); expected "root" at its beginning.`
    );
  }
  const view = new DataView(head.buffer);
  const end = size < HEAD_BYTES ? Infinity : fileEnd(view);
  if (size < end) {
    throw new InputError(`${path}: the ROOT file is cut off; copy or write it anew.`);
  }
}

function fileEnd(view: DataView): number {
  return view.getUint32(4) < FIRST_LARGE_VERSION
    ? view.getUint32(12)
    : Number(view.getBigUint64(12));
}

async function stretch(
  path: string,
  handle: FileHandle,
  size: number,
  position: number,
  length: number
): Promise<DataView<ArrayBuffer>> {
  const there = Math.min(length, size - position);
  if (!(there >= 0) || (there < length && length > LONGEST_BEYOND_END)) throw damaged(path, 'ROOT');
  const bytes = await readExactly(path, handle, position, there);
  if (there === length) return new DataView(bytes.buffer);
  const padded = new Uint8Array(length);
  padded.set(bytes);
  return new DataView(padded.buffer);
}

function proxy(
  path: string,
  size: number,
  readBuffer: JsrootProxy['readBuffer'],
  { FileProxy }: Jsroot
): object {
  const methods: JsrootProxy = {
    openFile: () => Promise.resolve(true),
    getFileName: () => path,
    getFileSize: () => size,
    readBuffer,
  };
  return Object.assign(new FileProxy(), methods);
}
