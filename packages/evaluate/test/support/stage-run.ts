import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEventWriter } from '@deelema/events';
import { config } from '../../src/config.mjs';
import { evaluationSchema } from '@deelema/records';
import { stage } from '../../src/index.ts';
import type { Columns, ToyEvents } from './toy.ts';

/** A training record as `train` writes it, GeV. */
export const TRAINING = {
  schemaVersion: 1,
  auxiliary: { mA: 1001, mB: 799 },
  epochs: 3,
  finished: true,
  parameters: 337924,
  recipe: { seed: 7, distance: 'l1', layers: 6, batch: 2048 },
  backend: { name: 'wasm', version: '4.22.0' },
  events: { train: 700, validation: 200, test: 100 },
  lossUnit: 'GeV',
  history: [1, 2, 3].map((epoch) => ({
    epoch,
    learningRate: 0.01 / epoch,
    trainLoss: 400 / epoch,
    validationLoss: 410 / epoch,
    mA: 1000 + 10 / epoch,
    mB: 800 - 5 / epoch,
  })),
} as const;

/** How to write the toy files. */
export interface WriteOptions {
  /** Rows of a record batch in each file; one batch if omitted. */
  readonly batchRows?: Readonly<Partial<Record<keyof ToyEvents, number>>>;
  readonly sample?: string;
  readonly training?: unknown;
}

/** Writes the files that `evaluate` reads into a new temporary folder and returns it. */
export async function writeInputs(events: ToyEvents, options: WriteOptions = {}): Promise<string> {
  const base = mkdtempSync(join(tmpdir(), 'evaluate-'));
  for (const name of ['contaminate', 'train', 'baseline'] as const) {
    mkdirSync(join(base, name));
    const path = join(base, name, 'events.arrow');
    await writeColumns(path, events[name], options.batchRows?.[name], options.sample ?? 'a toy');
  }
  const training = JSON.stringify(options.training ?? TRAINING);
  writeFileSync(join(base, 'train', 'training.json'), training);
  return base;
}

async function writeColumns(
  path: string,
  columns: Columns,
  rows: number | undefined,
  sample: string
) {
  const names = Object.keys(columns);
  const total = columns.event.length;
  const step = rows ?? Math.max(total, 1);
  const writer = await createEventWriter(path, { columns: names, sample });
  for (let start = 0; start < total; start += step) {
    const end = Math.min(start + step, total);
    const part = names.map((name) => [name, columns[name].subarray(start, end)] as const);
    await writer.write({ length: end - start, columns: Object.fromEntries(part) });
  }
  await writer.close();
}

/**
 * Runs the stage on the files in `base`.
 *
 * @returns What it wrote, and the counts it reports.
 */
export async function runStage(base: string, settings: unknown = {}) {
  const dir = join(base, 'evaluate');
  mkdirSync(dir, { recursive: true });
  const input = (name: string) => ({
    dir: join(base, name),
    path: (output: string) =>
      join(base, name, output === 'training' ? 'training.json' : 'events.arrow'),
  });
  const result = await stage.run({
    config: config.parse(settings),
    inputs: {
      contaminate: input('contaminate'),
      train: input('train'),
      baseline: input('baseline'),
    },
    out: { dir, path: () => join(dir, 'evaluation.json'), file: (name) => join(dir, name) },
    project: 'toy',
    base,
    scratch: join(base, 'scratch'),
    workers: 1,
    progress: { start: () => undefined, add: () => undefined, log: () => undefined },
    signal: new AbortController().signal,
  });
  const json = readFileSync(join(dir, 'evaluation.json'), 'utf8');
  return { json, evaluation: evaluationSchema.parse(JSON.parse(json)), counts: result?.counts };
}
