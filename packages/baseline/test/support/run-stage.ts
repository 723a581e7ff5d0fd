import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createEventWriter, openEvents, type EventBatch } from '@deelema/events';
import type { StageResult } from '@deelema/stage';
import { config as schema } from '../../src/config.mjs';
import { stage } from '../../src/stage.ts';

/** What a run of the stage left behind. */
export interface Run {
  /** Path of the written `events.arrow`. */
  readonly path: string;
  readonly batches: readonly EventBatch[];
  readonly columnNames: readonly string[];
  readonly sample: string;
  readonly result: StageResult | undefined;
  /** Number of events reported as done. */
  readonly progress: number;
}

/** Runs the stage on real files, as the runner does; the batches must have the same columns. */
export async function runStage(
  source: readonly EventBatch[],
  mC: number,
  signal = new AbortController().signal
): Promise<Run> {
  const base = mkdtempSync(join(tmpdir(), 'deelema-baseline-'));
  onTestFinished(() => rmSync(base, { recursive: true, force: true }));
  const dir = join(base, 'out');
  mkdirSync(dir);
  const input = join(base, 'events.arrow');
  const path = join(dir, 'events.arrow');
  await writeFile(input, source);
  let progress = 0;
  const result = await stage.run({
    config: schema.parse({ mC }),
    inputs: { contaminate: { dir: base, path: () => input } },
    out: { dir, path: () => path, file: (name) => join(dir, name) },
    project: 'test',
    base,
    scratch: dir,
    workers: 1,
    progress: { start: () => undefined, add: (n) => (progress += n), log: () => undefined },
    signal,
  });
  return { path, ...(await readFile(path)), result, progress };
}

async function writeFile(path: string, source: readonly EventBatch[]): Promise<void> {
  const columns = Object.keys(source[0].columns);
  const writer = await createEventWriter(path, { columns, sample: 'toy 1000/800/700' });
  for (const batch of source) await writer.write(batch);
  await writer.close();
}

async function readFile(path: string): Promise<Pick<Run, 'batches' | 'columnNames' | 'sample'>> {
  const file = await openEvents(path);
  const batches: EventBatch[] = [];
  for await (const batch of file.batches()) batches.push(batch);
  await file.close();
  return { batches, columnNames: file.columnNames, sample: file.sample };
}
