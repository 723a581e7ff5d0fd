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
 * @param phase Which part of a training: other parts have checkpoints of their own.
 * @param recipe What the training is, as one string: others' checkpoints are passed over.
 * @param log Told of each file that is passed over.
 * @returns Access to them.
 */
export function openCheckpoints(
  dir: string,
  phase: string,
  recipe: string,
  log: (line: string) => void
): Checkpoints {
  return {
    latest() {
      for (const name of newestFirst(dir, phase)) {
        const found = readCheckpoint(join(dir, name), recipe);
        if (typeof found !== 'string') return found;
        log(`ignoring the checkpoint ${name}: ${found}`);
      }
      return undefined;
    },
    save(snapshot) {
      const name = `${phase}-${String(snapshot.epoch).padStart(6, '0')}.checkpoint`;
      writeCheckpoint(join(dir, name), snapshot, recipe);
      for (const old of newestFirst(dir, phase).slice(KEPT)) rmSync(join(dir, old));
    },
  };
}

function newestFirst(dir: string, phase: string): string[] {
  const names = readdirSync(dir).filter((name) => epochOf(name, phase) !== undefined);
  return names.sort((a, b) => epochOf(b, phase)! - epochOf(a, phase)!);
}

function epochOf(name: string, phase: string): number | undefined {
  const digits = /^(.+)-(\d{6,})\.checkpoint$/.exec(name);
  return digits?.[1] === phase ? Number(digits[2]) : undefined;
}
