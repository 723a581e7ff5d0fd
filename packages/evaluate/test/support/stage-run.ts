import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mapColumns, writeEvents } from '@deelema/events';
import type { EventBatch } from '@deelema/events';
import { evaluationSchema } from '@deelema/records';
import { stageContext } from '../../../../test/support/stage-context.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { PAPER_TRAINING } from '../../../../test/support/trainings.ts';
import { config } from '../../src/config.mjs';
import { stage } from '../../src/index.ts';
import type { Columns, ToyEvents } from './toy.ts';

/** The stages that `evaluate` reads. */
const STAGES = ['contaminate', 'train', 'baseline'] as const;

/** What the baseline found in all events together: made up, for trial masses around the toy's, GeV. */
export const MEASUREMENTS = {
  schemaVersion: 1,
  likelihood: {
    mA: { value: 1000.4, error: 0.8 },
    mB: { value: 800.3, error: 0.6 },
    correlation: 0.95,
    events: 400,
    unsolvable: 12,
    logLikelihood: -8123.5,
    details: { pairing: 'unknown' },
  },
  solvability: {
    mA: { value: 1002, error: 4 },
    mB: { value: 801, error: 3 },
    correlation: 0.9,
    events: 400,
    map: solvabilityMap(),
    curve: null,
    details: {},
  },
};

/** All events are solvable at the toy masses, the fewer the further from them. */
function solvabilityMap() {
  const mA = [960, 970, 980, 990, 1000, 1010, 1020, 1030, 1040];
  const mB = [760, 770, 780, 790, 800, 810, 820, 830, 840];
  const fractions = mB.flatMap((b) =>
    mA.map((a) => Math.exp(-(((a - 1000) / 30) ** 2) - ((b - 800 - 0.8 * (a - 1000)) / 8) ** 2))
  );
  return { mA, mB, fractions };
}

/** How to write the toy files. */
export interface WriteOptions {
  /** Rows of a record batch in each file; one batch if omitted. */
  readonly batchRows?: Readonly<Partial<Record<keyof ToyEvents, number>>>;
  readonly sample?: string;
  readonly training?: unknown;
  /** Null for a baseline that measures nothing. */
  readonly measurements?: unknown;
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
  const training = JSON.stringify(options.training ?? PAPER_TRAINING);
  writeFileSync(join(base, 'train', 'training.json'), training);
  if (options.measurements !== null) {
    const measurements = JSON.stringify(options.measurements ?? MEASUREMENTS);
    writeFileSync(join(base, 'baseline', 'measurements.json'), measurements);
  }
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
 * Runs the stage on the files in `base`; a stage whose folder is not there is no input.
 *
 * @param settings Its settings; without a bootstrap if they say nothing of endpoints, to save time.
 * @returns What it wrote, and the counts it reports.
 */
export async function runStage(base: string, settings: object = {}) {
  const folders = STAGES.map((name) => [name, join(base, name)] as const);
  const inputs = Object.fromEntries(folders.filter(([, folder]) => existsSync(folder)));
  const context = stageContext(
    'evaluate',
    config.parse({ endpoint: { replicas: 0 }, ...settings }),
    { base, inputs }
  );
  const result = await stage.run(context);
  const json = readFileSync(join(context.out.dir, 'evaluation.json'), 'utf8');
  return { json, evaluation: evaluationSchema.parse(JSON.parse(json)), counts: result?.counts };
}
