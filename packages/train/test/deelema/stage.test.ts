import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Column, EventBatch } from '@deelema/events';
import { simulateEvents } from '@deelema/generators';
import { trainingSchema } from '@deelema/records';
import type { Training } from '@deelema/records';
import { memory } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stage } from '../../src/index.ts';
import { MEASURED, TRUTH, densityContext, outputBytes } from '../support.ts';
import { readColumns, temporaryFolder, writeInputs } from '../support.ts';

let folder: ReturnType<typeof temporaryFolder>;
let dir: string;
beforeAll(() => {
  folder = temporaryFolder();
  dir = folder.dir;
});
afterAll(() => folder.remove());

/** The toy of the paper, in splits of 7 : 2 : 1. */
function gluinoPairs(n: number): EventBatch {
  const { mA, mB, mC } = TRUTH;
  const production = { production: 'gluino-pair', beamEnergy: 13000 } as const;
  const settings = { source: 'toy', mA, mB, mC, ...production, events: n, seed: 1 } as const;
  const batches = [...simulateEvents(settings)];
  const columns: Record<string, Column> = {};
  for (const name of MEASURED.filter((column) => column !== 'split')) {
    const parts = batches.map((batch) => [...batch.columns[name]]).flat();
    columns[name] = name === 'event' ? Uint32Array.from(parts) : Float64Array.from(parts);
  }
  columns.split = Uint8Array.from({ length: n }, (_, i) => (i % 10 < 7 ? 0 : i % 10 < 9 ? 1 : 2));
  return { length: n, columns };
}

const readTraining = (name: string): Training =>
  trainingSchema.parse(JSON.parse(readFileSync(join(dir, name, 'training.json'), 'utf8')));

describe('the recipe deelema', { timeout: 240_000 }, () => {
  const EVENTS = gluinoPairs(3000);
  const SETTINGS = {
    ...{ width: 16, batch: 64, draws: 8, steps: 300 },
    simulation: { rounds: 1, events: 3000 },
  };
  let context: ReturnType<typeof densityContext>;
  let result: Awaited<ReturnType<typeof stage.run>>;
  let training: Training;
  beforeAll(async () => {
    await writeInputs(join(dir, 'input'), EVENTS, [1700, 1300]);
    context = densityContext(dir, 'measured', SETTINGS);
    result = await stage.run(context);
    training = readTraining('measured');
  }, 240_000);

  it('finds the masses of the toy, with errors that they lie within', () => {
    const { masses, warnings, events, simulatedEvents } = training.measurement!;
    expect([events, simulatedEvents]).toEqual([3000, 3000]);
    expect(warnings).toEqual([]);
    for (const [name, truth] of [
      ['A', TRUTH.mA],
      ['B', TRUTH.mB],
    ] as const) {
      const { value, error } = masses[name];
      // Four errors; a percent of either gap is 2 and 1 GeV.
      expect(Math.abs(value - truth), name).toBeLessThan(4 * error!);
      expect(error!, name).toBeLessThan(5);
    }
  });

  it('reports the mass without the bias that the networks show in simulated events', () => {
    const { masses } = training.measurement!;
    const numbers = (line: string): number[] => line.match(/\d+\.\d\d/g)!.map(Number);
    const lineOf = (begin: string): number[] =>
      numbers(context.told.logs.find((log) => log.startsWith(begin))!);
    const [nearA, nearB, foundA, foundB] = lineOf('simulation 2: at');
    const [AA, AB, BA, BB] = context.told.logs
      .find((log) => log.startsWith('response'))!
      .match(/-?\d+\.\d\d/g)!
      .map(Number);
    // The formula of `correct` with the rounded numbers of the log: half a percent of a bias of a few GeV.
    const ln = (mass: number, below: number): number => Math.log(mass - below);
    const [a, b] = [
      ln(masses.A.uncorrected!, masses.B.uncorrected!) - ln(foundA, foundB),
      ln(masses.B.uncorrected!, TRUTH.mC) - ln(foundB, TRUTH.mC),
    ];
    const det = AA * BB - AB * BA;
    const mB = TRUTH.mC + (nearB - TRUTH.mC) * Math.exp((AA * b - BA * a) / det);
    const mA = mB + (nearA - nearB) * Math.exp((BB * a - AB * b) / det);
    expect(Math.abs(masses.B.value - mB)).toBeLessThan(0.1);
    expect(Math.abs(masses.A.value - mA)).toBeLessThan(0.1);
    expect(lineOf('corrected: ')).toEqual(
      [masses.A, masses.B].map(({ value }) => +value.toFixed(2))
    );
    expect(training.auxiliary).toEqual({ A: masses.A.value, B: masses.B.value });
  });

  it('goes through its phases in order, and says so in the history and while it runs', () => {
    const seen = training.history.map(({ phase, epoch }) => `${phase}: ${epoch}`);
    const rounds = (phase: string, n: number) =>
      Array.from({ length: n }, (_, i) => `${phase}: ${i + 1}`);
    expect(seen).toEqual([...rounds('measure 1', 3), ...rounds('measure 2', 3)]);
    expect(training.epochs).toBe(6);
    expect(training.lossUnit).toBe('nats');
    for (const phase of ['measure 1', 'measure 2']) {
      const losses = training.history.filter((entry) => entry.phase === phase);
      expect(losses[2].validationLoss!).toBeLessThan(losses[0].validationLoss!);
    }
    expect(context.told.notes).toContainEqual(
      expect.stringMatching(/^measure 2, round 3\/3, m̃_A \d+\.\d, m̃_B \d+\.\d, loss \d+\.\d{3}$/)
    );
  });

  it('writes every declared output, one row of scalars per round', () => {
    expect(readdirSync(context.out.dir, { recursive: true }).sort()).toEqual([
      'events.arrow',
      'events.out.tfevents.deelema',
      'model',
      'model/model.json',
      'model/model.onnx',
      'model/weights.bin',
      'scalars.csv',
      'training.json',
    ]);
    const [head, ...rows] = readFileSync(context.out.path('scalars'), 'utf8').trim().split('\n');
    expect(head.split(',')).toEqual(
      expect.arrayContaining(['step', 'loss/train', 'mass/A', 'mass/B', 'resolution/A'])
    );
    expect(rows).toHaveLength(6);
    // 19 inputs, two hidden layers of 16, outputs of four unknowns; then two gaps and two resolutions.
    const { counts } = result!;
    expect(counts).toMatchObject({ events: 3000, train: 2100, validation: 600, test: 300 });
    expect(counts!.parameters).toBe(training.parameters);
  });

  it('solves all events, in their order: pTmiss and m_C hold, the masses are near the truth', async () => {
    const columns = await readColumns(context.out.path('events'));
    expect(columns.event).toEqual([...EVENTS.columns.event]);
    const near: number[] = [];
    for (let i = 0; i < EVENTS.length; ++i) {
      // 1e-16 of some 1000 GeV, a few times.
      const sum = columns.k1_px[i] + columns.k2_px[i];
      expect(Math.abs(sum - EVENTS.columns.ptmiss_x[i])).toBeLessThan(1e-9);
      const k = (part: string): number => columns[`k2_${part}`][i];
      const mC = Math.sqrt(k('E') ** 2 - k('px') ** 2 - k('py') ** 2 - k('pz') ** 2);
      expect(Math.abs(mC - TRUTH.mC)).toBeLessThan(1e-3);
      near.push(Math.abs(columns.m_A1[i] - TRUTH.mA));
    }
    near.sort((a, b) => a - b);
    // Half of them within 5 %: each of 300 steps of a small network.
    expect(near[1500]).toBeLessThan(50);
    expect(new Set(columns.pairing)).toEqual(new Set([0, 1]));
    expect(columns.log_density.some(Number.isNaN)).toBe(false);
  });
});

describe('a training of the recipe deelema that is interrupted', { timeout: 240_000 }, () => {
  const SETTINGS = { steps: 110, simulation: { rounds: 0 } };

  it('in its first and its last phase, and continued, writes the same bytes as one that is not', async () => {
    await writeInputs(join(dir, 'input'), gluinoPairs(300));
    const before = memory().numTensors;
    await stage.run(densityContext(dir, 'plain', SETTINGS));
    expect(memory().numTensors).toBe(before);
    const scratch = join(dir, 'kept-scratch');
    for (const [phase, done] of [
      ['measure 1', 0],
      ['measure 2', 1],
    ] as const) {
      const controller = new AbortController();
      const onAdd = (note?: string): void => {
        if (note?.startsWith(`${phase}, round 2/2`)) controller.abort();
      };
      const options = { signal: controller.signal, scratch, onAdd };
      const cut = densityContext(dir, 'cut', SETTINGS, options);
      await expect(stage.run(cut)).rejects.toMatchObject({ name: 'AbortError' });
      expect(readdirSync(cut.out.dir)).toEqual([]);
      const begun = `continuing after round ${done} of 2`;
      expect(cut.told.logs.join('\n').includes(begun)).toBe(done > 0);
    }
    const last = densityContext(dir, 'continued', SETTINGS, { scratch });
    const result = await stage.run(last);
    expect(last.told.logs).toContain('measure 2: continuing after round 1 of 2');
    expect(result?.record).toMatchObject({ resumedAfterEpoch: 3 });
    expect(outputBytes(dir, 'continued')).toEqual(outputBytes(dir, 'plain'));
  });

  it('stops with one sentence if it diverges, and writes nothing', async () => {
    const context = densityContext(dir, 'diverged', { ...SETTINGS, learningRate: 1e30 });
    const run = stage.run(context);
    await expect(run).rejects.toMatchObject({ exitCode: 1 });
    await expect(run).rejects.toThrow(
      /^The training stopped because the loss became (NaN|Infinity|-Infinity) in "measure 1", step \d+; .* try a smaller train\.learningRate\.$/
    );
    expect(existsSync(context.out.path('events'))).toBe(false);
  });
});
