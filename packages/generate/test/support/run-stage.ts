import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createEventWriter, openEvents, type EventBatch } from '@deelema/events';
import type { StageResult } from '@deelema/stage';
import { config as schema } from '../../src/config.mjs';
import { stage } from '../../src/stage.ts';

/** Folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'deelema-generate-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What a run of the stage left behind. */
export interface Run {
  /** Path of `events.arrow`. */
  readonly events: string;
  readonly result: StageResult | undefined;
}

let runs = 0;

/** Runs the stage on real files, as the runner does. */
export async function runStage(
  config: Record<string, unknown>,
  { base = temporaryFolder(), workers = 1, signal = new AbortController().signal } = {}
): Promise<Run> {
  const dir = join(base, `out-${runs++}`);
  mkdirSync(dir);
  const result = await stage.run({
    config: schema.parse(config),
    inputs: {},
    out: { dir, path: (output) => join(dir, `${output}.arrow`), file: (name) => join(dir, name) },
    project: 'test',
    base,
    scratch: dir,
    workers,
    progress: { start: () => undefined, add: () => undefined, log: () => undefined },
    signal,
  });
  return { events: join(dir, 'events.arrow'), result };
}

/** All batches of an Arrow file. */
export async function readBatches(path: string): Promise<EventBatch[]> {
  const file = await openEvents(path);
  const batches: EventBatch[] = [];
  for await (const batch of file.batches()) batches.push(batch);
  await file.close();
  return batches;
}

/** The sample line of an Arrow file. */
export async function sampleLine(path: string): Promise<string> {
  const file = await openEvents(path);
  await file.close();
  return file.sample;
}

/** Writes one batch to an Arrow file of a user's. */
export async function writeBatch(path: string, batch: EventBatch, sample = ''): Promise<void> {
  const writer = await createEventWriter(path, { columns: Object.keys(batch.columns), sample });
  await writer.write(batch);
  await writer.close();
}

/** The error that a promise is rejected with; fails if it is fulfilled. */
export async function errorOf(promise: Promise<unknown>): Promise<Error & { exitCode?: number }> {
  return promise.then(
    () => {
      throw new Error('nothing was thrown');
    },
    (reason: unknown) => reason as Error
  );
}
