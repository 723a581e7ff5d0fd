import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fourMomenta, mapColumns, writeEvents, type EventBatch } from '@deelema/events';
import { evaluationSchema, readRecord, type Evaluation, type HistoryEntry } from '@deelema/records';
import { describe, expect, it } from 'vitest';
import { config as baselineConfig } from '../../packages/baseline/src/config.mjs';
import { stage as baseline } from '../../packages/baseline/src/stage.ts';
import { config as contaminateConfig } from '../../packages/contaminate/src/config.mjs';
import { stage as contaminate } from '../../packages/contaminate/src/stage.ts';
import { config as evaluateConfig } from '../../packages/evaluate/src/config.mjs';
import { stage as evaluate } from '../../packages/evaluate/src/stage.ts';
import { toyEvents } from '../../packages/evaluate/test/support/toy.ts';
import { config as preprocessConfig } from '../../packages/preprocess/src/config.mjs';
import { stage as preprocess } from '../../packages/preprocess/src/stage.ts';
import { config as trainConfig } from '../../packages/train/src/config.mjs';
import { stage as train } from '../../packages/train/src/index.ts';
import { joined, readEventFile, writeBatches } from '../support/event-files.ts';
import { stageContext } from '../support/stage-context.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const EVENTS = 400;
const EXTRA = 150;

/**
 * Toy antlers of the masses 1000, 800 and 700 GeV, and of masses 1.3 times as large: each of these comes with the
 * weight 1 and again with the weight −1, so that they do not count. Copies lie apart and among the others.
 */
function mixture(): EventBatch {
  const counting = antlers(EVENTS, 1, 1);
  const extra = antlers(EXTRA, 2, 1.3);
  const order = Array.from(
    { length: EVENTS + 2 * EXTRA },
    (_, i) => (i * 11) % (EVENTS + 2 * EXTRA)
  );
  const pick = (name: string, i: number): number =>
    i < EVENTS ? counting[name][i] : extra[name][(i - EVENTS) % EXTRA];
  const columns = mapColumns(counting, (_, name) => Float64Array.from(order, (i) => pick(name, i)));
  const weight = Float64Array.from(order, (i) => (i < EVENTS + EXTRA ? 1 : -1));
  return { length: order.length, columns: { event: Uint32Array.from(order), ...columns, weight } };
}

/** Momenta of antler events without recoil, multiplied by a factor that varies by 3 % to give the masses a width. */
function antlers(events: number, seed: number, factor: number): Record<string, Float64Array> {
  const { contaminate: columns } = toyEvents({ events, noise: 0, seed });
  const momenta = Object.entries(columns).filter(([name]) => /^[abc]\d_/.test(name));
  const scaled = momenta.map(([name, column]) => [
    name,
    Float64Array.from(column, (x, i) => factor * (1 + 0.03 * Math.sin(i)) * x),
  ]);
  const batch = { length: events, columns: Object.fromEntries(scaled) as EventBatch['columns'] };
  const [c1, c2] = [fourMomenta(batch, 'c1'), fourMomenta(batch, 'c2')];
  return {
    ...(batch.columns as Record<string, Float64Array>),
    ptmiss_x: c1.px.map((px, i) => px + c2.px[i]),
    ptmiss_y: c1.py.map((py, i) => py + c2.py[i]),
  };
}

/** The events that count. */
function counting(batch: EventBatch): EventBatch {
  const rows = Array.from(batch.columns.event.keys()).filter(
    (i) => batch.columns.event[i] < EVENTS
  );
  const columns = mapColumns(batch.columns, (column) => {
    const kept = column.slice(0, rows.length);
    rows.forEach((row, k) => (kept[k] = column[row]));
    return kept;
  });
  return { length: rows.length, columns };
}

/** Settings under which no event is treated otherwise than its copy, nor a sample otherwise than a part of it. */
const SETTINGS = {
  preprocess: { seed: 1, split: [1, 0, 0], selection: { ptmissMin: 200 } },
  contaminate: { seed: 1, fraction: 0 },
  // One step per epoch, so that the order does not matter.
  train: {
    ...{ recipe: 'paper', mC: 700, seed: 4, layers: 1, width: 8, batch: 1000, epochs: 6 },
    // Statistics of a batch count events whatever their weights.
    ...{ decay: 0, backend: 'cpu', batchNormalisation: false },
    ...{ learningRate: 0.05, auxiliary: { deltaA: -1, deltaB: -1 } },
  },
  evaluate: {
    split: 'all',
    ranges: { A: [700, 2500], B: [700, 2500], transverse: [-900, 900], longitudinal: [-900, 900] },
  },
};

/** Runs all stages behind generate, in this process, and gives their folder. */
async function runStages(events: EventBatch): Promise<{ base: string; efficiency: number }> {
  const base = temporaryFolder();
  mkdirSync(join(base, 'generate'));
  await writeBatches(join(base, 'generate', 'events.arrow'), [events], 'a mixture');
  const folders = (...stages: string[]) => {
    return { base, inputs: Object.fromEntries(stages.map((name) => [name, join(base, name)])) };
  };
  const selected = await preprocess.run(
    stageContext('preprocess', preprocessConfig.parse(SETTINGS.preprocess), folders('generate'))
  );
  await contaminate.run(
    stageContext(
      'contaminate',
      contaminateConfig.parse(SETTINGS.contaminate),
      folders('preprocess')
    )
  );
  const trained = folders('preprocess', 'contaminate');
  await train.run(stageContext('train', trainConfig.parse(SETTINGS.train), trained));
  const settings = baselineConfig.parse({ mC: 700 });
  await baseline.run(stageContext('baseline', settings, folders('contaminate')));
  const { efficiency } = selected?.counts as { efficiency: { value: number } };
  return { base, efficiency: efficiency.value };
}

/** Runs evaluate on the events of three stages. */
async function evaluation(base: string): Promise<Evaluation> {
  const stages = ['contaminate', 'train', 'baseline'];
  const inputs = Object.fromEntries(stages.map((name) => [name, join(base, name)]));
  const context = stageContext('evaluate', evaluateConfig.parse(SETTINGS.evaluate), {
    base,
    inputs,
  });
  await evaluate.run(context);
  return readRecord(context.out.path('evaluation'), evaluationSchema, 'evaluate');
}

/** A folder with the same predictions for the events that count, and no others. */
async function withoutTheRest(base: string): Promise<string> {
  const folder = temporaryFolder();
  for (const name of ['contaminate', 'train', 'baseline']) {
    mkdirSync(join(folder, name));
    const file = await readEventFile(join(base, name, 'events.arrow'));
    const options = { columns: file.columnNames, ...file.metadata };
    await writeEvents(join(folder, name, 'events.arrow'), options, [counting(joined(file))]);
  }
  cpSync(join(base, 'train/training.json'), join(folder, 'train/training.json'));
  return folder;
}

/** Counted, or taken over events whatever their weights, or an error (or a fit with one) that signed weights enlarge. */
const UNWEIGHTED = [
  'events',
  'negativeWeights',
  'meanError',
  'max',
  'statuses',
  'endpoint',
  'peak',
  'training',
];

/** All weighted numbers of an evaluation, by their place in it. */
function weightedNumbers(value: unknown, place = ''): [place: string, value: number][] {
  if (typeof value === 'number') return [[place, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => !UNWEIGHTED.includes(key))
    .flatMap(([key, part]) => weightedNumbers(part, `${place}.${key}`));
}

/** What is learnt in an epoch. */
function learnt({ masses, trainLoss }: HistoryEntry): number[] {
  return [masses.A, masses.B, trainLoss];
}

/** The largest difference between two evaluations, relative to numbers above 1. */
function largestDifference(one: Evaluation, two: Evaluation): number {
  const [numbers, others] = [weightedNumbers(one), weightedNumbers(two)];
  expect(others.map(([place]) => place)).toEqual(numbers.map(([place]) => place));
  const differences = numbers.map(
    ([, value], k) => Math.abs(value - others[k][1]) / Math.max(1, Math.abs(value))
  );
  return Math.max(...differences);
}

function unweighted({ length, columns }: EventBatch): EventBatch {
  return { length, columns: { ...columns, weight: new Float64Array(length).fill(1) } };
}

describe('events whose weights cancel', () => {
  it('change no mean, quantile, correlation, histogram or heat map of evaluate', async () => {
    const { base } = await runStages(mixture());
    const all = await evaluation(base);
    const some = await evaluation(await withoutTheRest(base));
    expect(all.negativeWeights).toBeGreaterThan(50);
    expect(all.events).toBe(some.events + 2 * all.negativeWeights);
    // Sums of some hundred squares of masses and momenta, less their squared means: 1e-16 grows to 1e-13.
    expect(largestDifference(all, some)).toBeLessThan(1e-12);
    // More events, and none of them better known: Σw² (x − μ)² grows by the events of either sign.
    expect(all.masses.m_A1.meanError).toBeGreaterThan(some.masses.m_A1.meanError ?? NaN);
  });

  it('change neither the efficiency of a selection nor what is learnt from the events', async () => {
    const mixed = await runStages(mixture());
    const alone = await runStages(counting(mixture()));
    const blind = await runStages(unweighted(mixture()));
    expect(mixed.efficiency).toBeCloseTo(alone.efficiency, 14);
    expect(Math.abs(blind.efficiency - alone.efficiency)).toBeGreaterThan(0.01);
    const [one, two, other] = await Promise.all(
      [mixed, alone, blind].map(({ base }) => evaluation(base))
    );
    const difference = (from: Evaluation): number[] =>
      one.training.history.flatMap((entry, i) => {
        const its = learnt(from.training.history[i]);
        return learnt(entry).map((value, k) => Math.abs(value / its[k] - 1));
      });
    // Sums of some hundred float32 numbers, each rounded at 6e-8, over six steps.
    expect(Math.max(...difference(two))).toBeLessThan(1e-5);
    // What is compared feels the weights.
    expect(Math.max(...difference(other))).toBeGreaterThan(1e-2);
    expect(one.masses.m_A1.mean! / two.masses.m_A1.mean!).toBeCloseTo(1, 5);
  });
});
