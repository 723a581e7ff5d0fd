import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file that is there whole or not at all.
 *
 * @param path Of the file; one that is there is replaced.
 * @param bytes Its contents.
 * @throws Error if it cannot be written; nothing is left behind then.
 */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}-${++written}`);
  try {
    const file = await open(beside, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw new Error(
      `exportOnnx: "${path}" cannot be written (${(error as Error).message}); give the path of a file in a folder that exists and may be written to.`,
      { cause: error }
    );
  }
}

let written = 0;
