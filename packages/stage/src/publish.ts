import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Makes a finished folder visible: everything in it is flushed to disk, then it is renamed into place.
 *
 * @param temporary The finished folder.
 * @param target Its final path, on the same file system; must not exist.
 */
export function publish(temporary: string, target: string): void {
  for (const entry of readdirSync(temporary, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() || entry.isDirectory()) flush(join(entry.parentPath, entry.name));
  }
  flush(temporary);
  renameSync(temporary, target);
  flush(dirname(target));
}

function flush(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * The temporary folder in which this process prepares a stage's output.
 *
 * @param target The output folder.
 */
export function temporaryFolder(target: string): string {
  return join(dirname(target), `.${basename(target)}.tmp-${process.pid}`);
}

/**
 * Removes temporary folders that killed processes left beside an output folder.
 *
 * @param target The output folder.
 */
export function sweep(target: string): void {
  const prefix = `.${basename(target)}.tmp-`;
  for (const name of readdirSync(dirname(target))) {
    if (name.startsWith(prefix) && !isAlive(Number(name.slice(prefix.length)))) {
      rmSync(join(dirname(target), name), { recursive: true, force: true });
    }
  }
}

/** True if a process of that number runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Writes a value as indented JSON with a final newline. */
export function writeJson(path: string, value: unknown): void {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}
