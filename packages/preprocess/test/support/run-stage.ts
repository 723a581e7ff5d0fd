import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
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

/** Folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'deelema-preprocess-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Events whose energies are positive and whose values differ in every column and row. */
export function someEvents(n: number, first = 0): EventBatch {
  const columns = eventColumns(true).map((name, k) => {
    const column = allocateColumn(name, n);
    for (let i = 0; i < n; ++i) {
      const row = first + i;
      column[i] = name === 'event' ? row : ((row * 37) % 101) * Math.sqrt(k + 2) + k;
    }
    return [name, column] as const;
  });
  return { length: n, columns: Object.fromEntries(columns) };
}

/** Writes batches as the output of generate. */
export async function writeEvents(folder: string, batches: readonly EventBatch[]): Promise<string> {
  const path = join(folder, 'events.arrow');
  const writer = await createEventWriter(path, { columns: eventColumns(true), sample: 'some' });
  for (const batch of batches) await writer.write(batch);
  await writer.close();
  return path;
}

/** What a run of the stage left behind. */
export interface Run {
  /** Path of the written `events.arrow`. */
  readonly path: string;
  /** All written events as one batch. */
  readonly events: EventBatch;
  readonly batchLengths: readonly number[];
  readonly sample: string;
  readonly scaling: Scaling;
  readonly result: StageResult | undefined;
}

/** Content of `scaling.json`. */
export interface Scaling {
  readonly schemaVersion: number;
  readonly events: { readonly train: number; readonly validation: number; readonly test: number };
  readonly inputs: readonly {
    readonly name: string;
    readonly mean: number;
    readonly std: number;
  }[];
}

/** Runs the stage on real files, as the runner does. */
export async function runStage(
  batches: readonly EventBatch[],
  config: Record<string, unknown> = {},
  signal = new AbortController().signal
): Promise<Run> {
  const base = temporaryFolder();
  const dir = join(base, 'out');
  mkdirSync(dir);
  const source = await writeEvents(base, batches);
  const paths: Record<string, string> = {
    events: join(dir, 'events.arrow'),
    scaling: join(dir, 'scaling.json'),
  };
  const result = await stage.run({
    config: schema.parse({ seed: 1, ...config }),
    inputs: { generate: { dir: base, path: () => source } },
    out: { dir, path: (output) => paths[output], file: (name) => join(dir, name) },
    project: 'test',
    base,
    scratch: dir,
    workers: 1,
    progress: { start: () => undefined, add: () => undefined, log: () => undefined },
    signal,
  });
  const scaling = JSON.parse(readFileSync(paths.scaling, 'utf8')) as Scaling;
  return { path: paths.events, ...(await readEvents(paths.events)), scaling, result };
}

async function readEvents(path: string): Promise<Pick<Run, 'events' | 'batchLengths' | 'sample'>> {
  const file = await openEvents(path);
  const columns = Object.fromEntries(
    file.columnNames.map((name) => [name, allocateColumn(name, file.rows)])
  );
  const batchLengths: number[] = [];
  let row = 0;
  for await (const batch of file.batches()) {
    for (const name of file.columnNames) columns[name].set(batch.columns[name], row);
    batchLengths.push(batch.length);
    row += batch.length;
  }
  await file.close();
  return { events: { length: file.rows, columns }, batchLengths, sample: file.sample };
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
