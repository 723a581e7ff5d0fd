import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { EventBatch } from '@deelema/events';
import type { HistoryEntry, Training } from '@deelema/records';
import { memory } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEvents } from '../../../test/support/make-events.ts';
import { stage } from '../src/index.ts';
import { readColumns, stageContext, temporaryFolder, toyEvents, writeInputs } from './support.ts';
import { TINY, TRUTH, outputBytes } from './support.ts';

const { version: WASM } = createRequire(import.meta.url)(
  '@tensorflow/tfjs-backend-wasm/package.json'
) as { version: string };

const WEIGHTS = 'model/weights.bin';
const EVENTS = toyEvents(300);
let folder: ReturnType<typeof temporaryFolder>;
let dir: string;

beforeAll(async () => {
  folder = temporaryFolder();
  dir = folder.dir;
  await writeInputs(join(dir, 'input'), EVENTS, [170, 130]);
});
afterAll(() => folder.remove());

interface ModelFile {
  architecture: { inputs: number; layers: number; outputs: number };
  standardisation: { name: string; mean: number; std: number }[] | null;
  weights: { arrays: { name: string; shape: number[]; offset: number }[] };
}

const readJson = (name: string, file: string): unknown =>
  JSON.parse(readFileSync(join(dir, name, file), 'utf8'));
const readModel = (name: string) => readJson(name, 'model/model.json') as ModelFile;
const readHistory = (name: string) => (readJson(name, 'training.json') as Training).history;

/** The network written out in float64, from the two files alone. */
function forward(name: string, row: readonly number[]): number[] {
  const { weights, standardisation, architecture } = readModel(name);
  const bytes = readFileSync(join(dir, name, 'model/weights.bin'));
  const array = (index: number): number[] => {
    const { shape, offset } = weights.arrays[index];
    const size = shape.reduce((a, b) => a * b);
    return Array.from({ length: size }, (_, i) => bytes.readFloatLE(offset + 4 * i));
  };
  let h = row.map((x, j) =>
    standardisation ? (x - standardisation[j].mean) / standardisation[j].std : x / 1000
  );
  for (let layer = 0; layer <= architecture.layers; ++layer) {
    const [W, b] = [array(2 * layer), array(2 * layer + 1)];
    h = b.map((bias, k) => bias + h.reduce((sum, x, j) => sum + x * W[j * b.length + k], 0));
    if (layer === architecture.layers) break;
    h = h.map((x) => 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3))));
  }
  return h.map((x) => x * 1000);
}

/**
 * Trains with all events in one step, so that their order does not matter. Not for one epoch only:
 * Adam's first step is the sign of the gradient, which the weights hardly change.
 */
async function fullBatchHistory(name: string, events: EventBatch): Promise<HistoryEntry[]> {
  await writeInputs(join(dir, name, 'input'), events);
  const auxiliary = { deltaA: -1, deltaB: -1 };
  const settings = { batch: 1000, epochs: 6, learningRate: 0.1, decay: 0, auxiliary };
  await stage.run(stageContext(join(dir, name), 'out', settings));
  return readHistory(join(name, 'out'));
}

const VISIBLE = ['a1', 'a2', 'b1', 'b2'].flatMap((role) =>
  ['E', 'px', 'py', 'pz'].map((part) => `${role}_${part}`)
);

describe('the recipe paper', () => {
  it('writes all events, in their order, with masses of the predicted momenta', async () => {
    const context = stageContext(dir, 'plain');
    const result = await stage.run(context);
    const columns = await readColumns(context.out.path('events'));
    expect(columns.event).toEqual([...EVENTS.columns.event]);
    expect(columns.m_A1.every(Number.isFinite)).toBe(true);
    for (let i = 0; i < 300; ++i) {
      expect(columns.k1_px[i] + columns.k2_px[i]).toBeCloseTo(EVENTS.columns.ptmiss_x[i], 9);
    }
    expect(result?.counts).toEqual({
      events: 300,
      train: 210,
      validation: 60,
      test: 30,
      // 17 · 8 + 9 · 8 + 9 · 4 and both δ.
      parameters: 246,
      backend: `wasm ${WASM}`,
    });
    expect(context.told.notes.at(-1)).toMatch(
      /^epoch 3\/3, m̃_A \d+\.\d, m̃_B \d+\.\d, loss \d+\.\d\d$/
    );
  });

  it('writes what it did to training.json', () => {
    const training = readJson('plain', 'training.json') as Training;
    const last = training.history[2];
    expect(training).toMatchObject({
      schemaVersion: 2,
      recipe: 'paper',
      topology: 'antler',
      auxiliary: last.masses,
      measurement: null,
      epochs: 3,
      parameters: 246,
      backend: { name: 'wasm', version: WASM },
      events: { train: 210, validation: 60, test: 30 },
      lossUnit: 'GeV',
    });
    expect(training.settings).toMatchObject({ ...TINY, distance: 'l1', learningRate: 0.01 });
    expect(training.history.map(({ phase, epoch }) => [phase, epoch])).toEqual([
      ['train', 1],
      ['train', 2],
      ['train', 3],
    ]);
    // 0.01 (1 − 2/3)²
    expect(last.learningRate).toBeCloseTo(0.01 / 9, 12);
    // Six distances of some hundred GeV.
    expect(last.validationLoss).toBeGreaterThan(10);
    expect(last.validationLoss).toBeLessThan(5000);
  });

  it('writes a network that anyone can apply: model.json and weights.bin alone give k1 and k2', async () => {
    const { weights } = readModel('plain');
    expect(statSync(join(dir, 'plain', 'model/weights.bin')).size).toBe(4 * 244);
    expect(weights.arrays.map(({ name }) => name)).toEqual([
      'hidden1/weights',
      'hidden1/bias',
      'hidden2/weights',
      'hidden2/bias',
      'output/weights',
      'output/bias',
    ]);
    const columns = await readColumns(join(dir, 'plain', 'events.arrow'));
    for (const i of [0, 123, 299]) {
      const row = VISIBLE.map((name) => EVENTS.columns[name][i]);
      const [q1x, q2y, q1z, q2z] = forward('plain', row);
      // float32 against float64: 1e-7 of outputs of some 100 GeV, a few dozen operations.
      expect(columns.k1_px[i]).toBeCloseTo(q1x, 2);
      expect(columns.k2_py[i]).toBeCloseTo(q2y, 2);
      expect(columns.k1_pz[i]).toBeCloseTo(q1z, 2);
      expect(columns.k2_pz[i]).toBeCloseTo(q2z, 2);
    }
  });

  it('learns: the loss falls, and masses that start below move towards the truth', async () => {
    await stage.run(stageContext(dir, 'longer', { epochs: 30, width: 16, standardise: true }));
    const history = readHistory('longer');
    expect(history[29].validationLoss!).toBeLessThan(0.6 * history[0].validationLoss!);
    // From 864 GeV; with 210 events not yet at 1000.
    expect(history[29].masses.A).toBeGreaterThan(900);
    expect(history[29].masses.A).toBeLessThan(1.15 * TRUTH.mA);
  });

  it('writes the same bytes twice', async () => {
    await stage.run(stageContext(dir, 'again'));
    expect(outputBytes(dir, 'again')).toEqual(outputBytes(dir, 'plain'));
  });

  it('writes other bytes with another seed', async () => {
    await stage.run(stageContext(dir, 'other', { seed: 4 }));
    expect(outputBytes(dir, 'other')[WEIGHTS]).not.toEqual(outputBytes(dir, 'plain')[WEIGHTS]);
  });

  it('takes the same first steps on cpu', async () => {
    await stage.run(stageContext(dir, 'cpu', { backend: 'cpu' }));
    const losses = (name: string) => readHistory(name).map(({ trainLoss }) => trainLoss);
    // Rounding differs in the last of seven digits and grows over the 21 steps.
    losses('cpu').forEach((loss, i) => expect(loss / losses('plain')[i]).toBeCloseTo(1, 4));
    expect(readJson('cpu', 'training.json')).toMatchObject({ backend: { name: 'cpu' } });
  });

  it('leaves no tensors behind', async () => {
    const before = memory().numTensors;
    await stage.run(stageContext(dir, 'memory'));
    expect(memory().numTensors).toBe(before);
  });

  it.each([
    ['standardised inputs', { standardise: true }],
    ['pTmiss as input', { ptmissInput: true, standardise: true }],
    ['batch normalisation', { batchNormalisation: true }],
    ['Huber distance', { distance: 'huber' }],
    ['m_C in the loss', { completion: 'mc' }],
    ['pTmiss in the loss', { completion: 'pt' }],
    ['both in the loss', { completion: 'pt_mc', distance: 'squaredMasses' }],
  ] as const)('trains with %s', async (name, settings) => {
    const context = stageContext(dir, name, settings);
    await stage.run(context);
    const history = readHistory(name);
    expect(history[2].trainLoss).toBeLessThan(history[0].trainLoss);
    const { m_B2: masses } = await readColumns(context.out.path('events'));
    expect(masses.every(Number.isFinite)).toBe(true);
  });

  it('applies standardised inputs as written in model.json', async () => {
    const columns = await readColumns(join(dir, 'standardised inputs', 'events.arrow'));
    const row = VISIBLE.map((name) => EVENTS.columns[name][7]);
    expect(columns.k1_px[7]).toBeCloseTo(forward('standardised inputs', row)[0], 2);
  });

  it('takes 16 of the recorded inputs, or all 18 with pTmiss', () => {
    const names = (name: string) => readModel(name).standardisation?.map((input) => input.name);
    expect(names('standardised inputs')).toEqual(VISIBLE);
    expect(names('pTmiss as input')).toEqual([...VISIBLE, 'ptmiss_x', 'ptmiss_y']);
  });

  it('counts an event of weight 2 like two events of weight 1', async () => {
    const weighted = toyEvents(300);
    weighted.columns.weight.forEach((_, i) => (weighted.columns.weight[i] = 1 + (i % 2)));
    const rows = Array.from({ length: 450 }, (_, i) => (i < 300 ? i : 2 * (i - 300) + 1));
    const names = Object.keys(EVENTS.columns);
    const duplicated = makeEvents(names, 450, (name, i) => EVENTS.columns[name][rows[i]]);
    const one = await fullBatchHistory('weighted', weighted);
    const two = await fullBatchHistory('duplicated', duplicated);
    const unweighted = await fullBatchHistory('unweighted', EVENTS);
    const quantities = (entry: HistoryEntry) => ({
      trainLoss: entry.trainLoss,
      validationLoss: entry.validationLoss!,
      A: entry.masses.A,
      B: entry.masses.B,
    });
    for (const quantity of ['trainLoss', 'validationLoss', 'A', 'B'] as const) {
      const differences = (other: HistoryEntry[]): number[] =>
        one.map((entry, i) =>
          Math.abs(quantities(entry)[quantity] / quantities(other[i])[quantity] - 1)
        );
      // Sums of 210 and of 300 float32 numbers, each rounded at 6e-8.
      expect(Math.max(...differences(two)), quantity).toBeLessThan(1e-5);
      // What is compared feels the weights: without them it is off by 1e-3 and more.
      expect(Math.max(...differences(unweighted)), quantity).toBeGreaterThan(3e-4);
    }
  });
});

describe('a training that is interrupted', () => {
  it('stops at the next step with an AbortError, and continued gives the same bytes', async () => {
    const controller = new AbortController();
    const scratch = join(dir, 'kept-scratch');
    const onAdd = (note?: string): void => {
      if (note?.startsWith('epoch 3')) controller.abort();
    };
    const first = stageContext(dir, 'cut', {}, { signal: controller.signal, scratch, onAdd });
    await expect(stage.run(first)).rejects.toMatchObject({ name: 'AbortError' });
    // One step of epoch 3, not seven.
    expect(first.told.notes.filter((note) => note.startsWith('epoch 3'))).toHaveLength(1);
    expect(readdirSync(first.out.dir)).toEqual([]);
    const second = stageContext(dir, 'continued', {}, { scratch });
    const result = await stage.run(second);
    expect(second.told.logs).toContain('continuing after epoch 2 of 3');
    expect(result?.record).toMatchObject({ resumedAfterEpoch: 2 });
    expect(outputBytes(dir, 'continued')).toEqual(outputBytes(dir, 'plain'));
  });

  it('is not continued with other settings', async () => {
    const scratch = join(dir, 'other-scratch');
    await stage.run(stageContext(dir, 'before', { epochs: 2 }, { scratch }));
    const after = stageContext(dir, 'after', {}, { scratch });
    await stage.run(after);
    expect(after.told.logs.join('\n')).toMatch(/it belongs to other settings/);
    expect(outputBytes(dir, 'after')).toEqual(outputBytes(dir, 'plain'));
  });
});

describe('a training that diverges', () => {
  it('stops with one sentence and writes nothing', async () => {
    const context = stageContext(dir, 'diverged', { learningRate: 1e30, distance: 'l2' });
    const run = stage.run(context);
    await expect(run).rejects.toMatchObject({ exitCode: 1 });
    await expect(run).rejects.toThrow(
      /^The training stopped because the loss became (NaN|Infinity) in epoch 1, step \d of 7; try a smaller train\.learningRate, or .*\.$/
    );
    expect(existsSync(context.out.path('events'))).toBe(false);
    expect(existsSync(context.out.path('training'))).toBe(false);
  });
});
