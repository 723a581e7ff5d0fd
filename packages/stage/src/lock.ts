import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isAlive } from './publish.ts';

/** Milliseconds between two looks at another process's lock. */
const PATIENCE = 200;

/**
 * Waits until no other process works on an output folder, and keeps the others out until it is released.
 *
 * The lock is a file beside the folder that holds the number of the process; one whose process is gone counts as
 * released.
 *
 * @param target The output folder.
 * @param waiting Called once for each process that holds the lock meanwhile, with its number.
 * @param signal Ends the wait.
 * @returns A function that releases the lock.
 */
export async function lock(
  target: string,
  waiting: (holder: number) => void,
  signal: AbortSignal
): Promise<() => void> {
  const file = join(dirname(target), `.${basename(target)}.lock`);
  for (let told: number | undefined; !take(file);) {
    const holder = holderOf(file);
    if (holder !== undefined && isGone(holder)) rmSync(file, { force: true });
    else if (holder !== undefined && holder !== told) waiting((told = holder));
    await setTimeout(PATIENCE, undefined, { signal });
  }
  const release = (): void => {
    process.off('exit', release);
    rmSync(file, { force: true });
  };
  process.once('exit', release);
  return release;
}

/** A lock of our own number was left by another process, for this one does not hold it. */
function isGone(holder: number): boolean {
  return holder === process.pid || !isAlive(holder);
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    // A full disk leaves the file without a number, which nobody would ever release.
    rmSync(file, { force: true });
    throw error;
  }
}

/** Undefined if the lock has just been released, or its process has not written its number yet. */
function holderOf(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}
