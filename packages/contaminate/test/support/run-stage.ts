import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  allocateColumn,
  createEventWriter,
  eventColumns,
  openEvents,
  type EventBatch,
} from '@deelema/events';
import type { StageResult } from '@deelema/stage';
import { config as schema } from '../../src/config.mjs';
import { stage } from '../../src/stage.ts';

/** The columns that preprocess writes. */
export const COLUMNS: readonly string[] = [...eventColumns(true), 'split'];

/** Events with values that differ in every column and row, seven training to two and one. */
export function someEvents(n: number, first = 0): EventBatch {
  const columns = COLUMNS.map((name, k) => {
    const column = allocateColumn(name, n);
    for (let i = 0; i < n; ++i) {
      const row = first + i;
      if (name === 'event') column[i] = row;
      else if (name === 'split') column[i] = [0, 0, 1, 0, 0, 2, 0, 1, 0, 0][row % 10];
      else column[i] = (row + 1) * Math.sqrt(k + 2);
    }
    return [name, column] as const;
  });
  return { length: n, columns: Object.fromEntries(columns) };
}

/** Batches of given lengths whose rows are numbered through. */
export function batches(...lengths: number[]): EventBatch[] {
  let first = 0;
  return lengths.map((length) => {
    const batch = someEvents(length, first);
    first += length;
    return batch;
  });
}

/** What a run of the stage left behind. */
export interface Run {
  /** Path of the written `events.arrow`. */
  readonly path: string;
  readonly batches: readonly EventBatch[];
  readonly sample: string;
  readonly result: StageResult | undefined;
}

/** Runs the stage on real files, as the runner does. */
export async function runStage(
  source: readonly EventBatch[],
  config: { readonly fraction: number; readonly seed?: number },
  signal = new AbortController().signal
): Promise<Run> {
  const base = mkdtempSync(join(tmpdir(), 'deelema-contaminate-'));
  onTestFinished(() => rmSync(base, { recursive: true, force: true }));
  const dir = join(base, 'out');
  mkdirSync(dir);
  const input = join(base, 'events.arrow');
  const path = join(dir, 'events.arrow');
  const writer = await createEventWriter(input, { columns: COLUMNS, sample: 'some' });
  for (const batch of source) await writer.write(batch);
  await writer.close();
  const result = await stage.run({
    config: schema.parse({ seed: 1, ...config }),
    inputs: { preprocess: { dir: base, path: () => input } },
    out: { dir, path: () => path, file: (name) => join(dir, name) },
    project: 'test',
    base,
    scratch: dir,
    workers: 1,
    progress: { start: () => undefined, add: () => undefined, log: () => undefined },
    signal,
  });
  return { path, ...(await readFile(path)), result };
}

async function readFile(path: string): Promise<Pick<Run, 'batches' | 'sample'>> {
  const file = await openEvents(path);
  const all: EventBatch[] = [];
  for await (const batch of file.batches()) all.push(batch);
  await file.close();
  return { batches: all, sample: file.sample };
}
