import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { closeAfter, createByteFile } from './byte-file.ts';

const pack = promisify(gzip);

/** Bytes are packed in stretches of this size, so that memory stays flat. */
const STRETCH_BYTES = 1 << 20;

/** A text file being written from its beginning, in order. */
export interface TextSink {
  write(text: string): Promise<void>;
  close(): Promise<void>;
  abort(): Promise<void>;
}

/**
 * Creates a text file, packed with gzip or not, or empties the one that is there.
 *
 * The gzip members have no name and no time, so the bytes depend on the text alone.
 *
 * @param path The file; its folder must exist.
 * @param packed Whether to pack it.
 * @returns Its sink.
 * @throws InputError if the system refuses, here and in every later call.
 */
export async function createTextFile(path: string, packed: boolean): Promise<TextSink> {
  const sink = await createByteFile(path);
  let waiting = '';
  const flush = async () => {
    const bytes = Buffer.from(waiting);
    waiting = '';
    await sink.write(packed ? await pack(bytes) : bytes);
  };
  return {
    async write(text) {
      waiting += text;
      if (waiting.length >= STRETCH_BYTES) await flush();
    },
    close: () => closeAfter(sink, flush),
    abort: () => sink.abort(),
  };
}
