import { rmSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { InputError } from '../errors.ts';
import { onDisk } from './disk-error.ts';

/**
 * Writes a file so that it is there whole or not at all: under another name first, then flushed and renamed.
 *
 * @param path The file; one that is there is replaced at the end.
 * @param write Writes and closes the file of the name it is given.
 * @returns What `write` returns.
 * @throws Whatever `write` throws; nothing is left behind then.
 */
export async function replaceFile<T>(
  path: string,
  write: (temporary: string) => Promise<T>
): Promise<T> {
  const temporary = join(dirname(path), `.${basename(path)}.tmp-${process.pid}`);
  // Whoever ends the process in the middle leaves nothing, either.
  const remove = (): void => {
    try {
      rmSync(temporary, { force: true });
    } catch {
      // Where even this fails, what went wrong first says more.
    }
  };
  process.once('exit', remove);
  try {
    const result = await write(temporary);
    await onDisk(path, 'written', async () => {
      await flush(temporary);
      await rename(temporary, path);
      await flush(dirname(path));
    });
    return result;
  } catch (error) {
    remove();
    throw renamed(error, temporary, path);
  } finally {
    process.off('exit', remove);
  }
}

/** The sentence for the user names the file that was asked for. */
function renamed(error: unknown, temporary: string, path: string): unknown {
  if (!(error instanceof InputError) || !error.message.includes(temporary)) return error;
  const { exitCode, cause } = error;
  return new InputError(error.message.replaceAll(temporary, path), { exitCode, cause });
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
