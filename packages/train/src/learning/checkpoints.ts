import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readCheckpoint, writeCheckpoint } from './checkpoint-file.ts';
import type { Snapshot } from './snapshot.ts';

/** The checkpoints of one training. */
export interface Checkpoints {
  /** The newest usable one; undefined if there is none. */
  latest(): Snapshot | undefined;
  /** Saves one and keeps the one before it, removing older ones. */
  save(snapshot: Snapshot): void;
}

const KEPT = 2;

/**
 * The checkpoints in a folder.
 *
 * @param dir The folder.
 * @param recipe What the training is, as one string: others' checkpoints are passed over.
 * @param log Told of each file that is passed over.
 * @returns Access to them.
 */
export function openCheckpoints(
  dir: string,
  recipe: string,
  log: (line: string) => void
): Checkpoints {
  return {
    latest() {
      for (const name of newestFirst(dir)) {
        const found = readCheckpoint(join(dir, name), recipe);
        if (typeof found !== 'string') return found;
        log(`ignoring the checkpoint ${name}: ${found}`);
      }
      return undefined;
    },
    save(snapshot) {
      const name = `epoch-${String(snapshot.epoch).padStart(6, '0')}.checkpoint`;
      writeCheckpoint(join(dir, name), snapshot, recipe);
      for (const old of newestFirst(dir).slice(KEPT)) rmSync(join(dir, old));
    },
  };
}

function newestFirst(dir: string): string[] {
  const names = readdirSync(dir).filter((name) => /^epoch-\d{6,}\.checkpoint$/.test(name));
  return names.sort((a, b) => epochOf(b) - epochOf(a));
}

function epochOf(name: string): number {
  return Number(name.replace(/\D/g, ''));
}
