import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mapColumns, writeEvents } from '@deelema/events';
import type { EventBatch } from '@deelema/events';
import { evaluationSchema } from '@deelema/records';
import { stageContext } from '../../../../test/support/stage-context.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { config } from '../../src/config.mjs';
import { stage } from '../../src/index.ts';
import type { Columns, ToyEvents } from './toy.ts';

/** The stages that `evaluate` reads. */
const STAGES = ['contaminate', 'train', 'baseline'] as const;

/** A training record as `train` writes it, GeV. */
export const TRAINING = {
  schemaVersion: 1,
  auxiliary: { mA: 1001, mB: 799 },
  epochs: 3,
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

/** Writes the files that `evaluate` reads into a temporary folder and returns it. */
export async function writeInputs(events: ToyEvents, options: WriteOptions = {}): Promise<string> {
  const base = temporaryFolder();
  const sample = options.sample ?? 'a toy';
  for (const name of STAGES) {
    mkdirSync(join(base, name));
    const columns = Object.keys(events[name]);
    const batches = cut(events[name], options.batchRows?.[name]);
    await writeEvents(join(base, name, 'events.arrow'), { columns, sample }, batches);
  }
  const training = JSON.stringify(options.training ?? TRAINING);
  writeFileSync(join(base, 'train', 'training.json'), training);
  return base;
}

/** Batches of at most so many rows. */
function* cut(columns: Columns, rows = Infinity): Generator<EventBatch> {
  const total = columns.event.length;
  for (let start = 0; start < total; start += rows) {
    const end = Math.min(start + rows, total);
    yield { length: end - start, columns: mapColumns(columns, (all) => all.subarray(start, end)) };
  }
}

/**
 * Runs the stage on the files in `base`.
 *
 * @returns What it wrote, and the counts it reports.
 */
export async function runStage(base: string, settings: unknown = {}) {
  const inputs = Object.fromEntries(STAGES.map((name) => [name, join(base, name)]));
  const context = stageContext('evaluate', config.parse(settings), { base, inputs });
  const result = await stage.run(context);
  const json = readFileSync(join(context.out.dir, 'evaluation.json'), 'utf8');
  return { json, evaluation: evaluationSchema.parse(JSON.parse(json)), counts: result?.counts };
}
