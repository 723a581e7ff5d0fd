import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { STATUS } from '@deelema/mass-variables';
import { STATUSES } from '@deelema/records';
import { describe, expect, it } from 'vitest';
import { config } from '../src/config.mjs';
import { PAPER_TRAINING } from '../../../test/support/trainings.ts';
import { MEASUREMENTS, runStage, writeInputs } from './support/stage-run.ts';
import type { WriteOptions } from './support/stage-run.ts';
import { smeared, toyEvents } from './support/toy.ts';
import type { ToyEvents } from './support/toy.ts';

async function evaluateToy(toy: ToyEvents, settings: object = {}, options: WriteOptions = {}) {
  const run = await runStage(await writeInputs(toy, options), settings);
  const { baselines } = run.evaluation;
  if (baselines === null) throw new Error('The toy has baselines.');
  return { ...run, evaluation: { ...run.evaluation, baselines } };
}

describe('evaluate', () => {
  const NOISE = 20;
  const toy = () => toyEvents({ events: 5000, exchangeEvery: 4, noise: NOISE });

  it('counts the events of the split and the exchanged ones among them', async () => {
    const { evaluation, counts } = await evaluateToy(toy());
    // Rows 9, 19, … are test events; every fourth row is exchanged, so none of these odd rows is.
    expect(evaluation).toMatchObject({ split: 'test', events: 500, exchangedEvents: 0 });
    const all = await evaluateToy(toy(), { split: 'all' });
    expect(all.evaluation).toMatchObject({ split: 'all', events: 5000, exchangedEvents: 1250 });
    expect(counts).toMatchObject({ events: 500, exchanged: 0, nonFinite: { m_A1: 0, mt2_ab: 0 } });
  });

  it('finds the true masses and the deviation of the auxiliary masses', async () => {
    const { truth } = (await evaluateToy(toy(), { split: 'all' })).evaluation;
    // The toy has no width: its median is exact up to the rounding of E² − p².
    expect(truth?.masses.A.median).toBeCloseTo(1000, 9);
    expect(truth?.masses.B.median).toBeCloseTo(800, 9);
    expect(truth?.masses.A.events).toBe(10_000);
    expect(truth?.masses.A.auxiliaryDeviation).toBeCloseTo(1001 / 1000 - 1, 9);
    expect(truth?.masses.B.auxiliaryDeviation).toBeCloseTo(799 / 800 - 1, 9);
  });

  it('finds the true masses of smeared events, whatever was measured', async () => {
    const { contaminate, train, baseline } = toy();
    const blurred = { contaminate: smeared(contaminate, ['a1', 'a2', 'b2']), train, baseline };
    const { evaluation } = await evaluateToy(blurred, { split: 'all' });
    const expected = (await evaluateToy(toy(), { split: 'all' })).evaluation;
    expect(evaluation).toEqual(expected);
  });

  it('finds the width of the residuals, exchanged events apart', async () => {
    const { truth } = (await evaluateToy(toy(), { split: 'all' })).evaluation;
    expect(truth?.rightPairing.events).toBe(3750);
    expect(truth?.wrongPairing.events).toBe(1250);
    for (const metrics of [truth?.rightPairing, truth?.wrongPairing]) {
      for (const { residualMean, residualWidth, correlation } of metrics?.components ?? []) {
        // Standard errors σ/√n and σ/√(2n); five of them, with a fixed seed.
        const n = metrics?.events ?? 0;
        expect(Math.abs(residualMean ?? NaN)).toBeLessThan((5 * NOISE) / Math.sqrt(n));
        expect(Math.abs((residualWidth ?? NaN) - NOISE)).toBeLessThan(
          (5 * NOISE) / Math.sqrt(2 * n)
        );
        expect(correlation).toBeGreaterThan(0.98);
      }
    }
  });

  it('correlates perfectly where the prediction is the truth', async () => {
    const perfect = toyEvents({ events: 500, exchangeEvery: 3, noise: 0 });
    const { truth, masses } = (await evaluateToy(perfect, { split: 'all' })).evaluation;
    for (const { correlation, residualWidth } of truth?.rightPairing.components ?? []) {
      expect(correlation).toBeCloseTo(1, 12);
      expect(residualWidth).toBe(0);
    }
    // Predicting the partner of b keeps m_B in every event, and m_A where nothing is exchanged.
    expect(masses.m_B1.mean).toBeCloseTo(800, 9);
    expect(masses.m_B1.width).toBeLessThan(1e-9);
    // The accuracy of the quantile sketch, 2^−18 of a TeV.
    expect(Math.abs((masses.m_A1.median ?? NaN) - 1000)).toBeLessThan(0.004);
  });

  it('puts all events into histograms of a common range and heat maps', async () => {
    const { histograms, truth } = (await evaluateToy(toy(), { split: 'all' })).evaluation;
    for (const [name, histogram] of Object.entries(histograms)) {
      const { counts, underflow, overflow } = histogram ?? {
        counts: [],
        underflow: 0,
        overflow: 0,
      };
      // Every 50th event has no minimum.
      const expected = name.startsWith('m2cc') ? 4900 : 5000;
      expect(counts.reduce((sum, n) => sum + n, underflow + overflow)).toBe(expected);
    }
    const ranges = Object.values(histograms).map((histogram) => [histogram?.low, histogram?.high]);
    const [mA1, mA2, mB1, mB2, mt2b, mt2ab, m2ccb, m2ccab] = ranges;
    expect([mA2, mt2ab, m2ccab]).toEqual([mA1, mA1, mA1]);
    expect([mB2, mt2b, m2ccb]).toEqual([mB1, mB1, mB1]);
    for (const { counts, outside } of truth?.heatMaps ?? []) {
      expect(counts.reduce((sum, n) => sum + n, outside)).toBe(3750);
    }
    expect(truth?.heatMaps.map(({ low, high }) => low + high)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('takes given ranges and bins as they are', async () => {
    const settings = {
      bins: { mass: 40, momentum: 10 },
      ranges: { A: [600, 1400], B: [700, 900], transverse: [-500, 500], longitudinal: [-900, 900] },
    };
    const { histograms, truth } = (await evaluateToy(toy(), settings)).evaluation;
    expect(histograms.mt2_ab).toMatchObject({ low: 600, high: 1400 });
    expect(histograms.m_B2).toMatchObject({ low: 700, high: 900 });
    expect(histograms.m_B2.counts).toHaveLength(40);
    expect(truth?.heatMaps[1]).toMatchObject({ component: 'q1y', low: -500, high: 500, bins: 10 });
    expect(truth?.heatMaps[5]).toMatchObject({ component: 'q2z', low: -900, high: 900 });
  });

  it('works without the truth and says so with null', async () => {
    const { contaminate, train, baseline } = toy();
    const known = Object.entries(contaminate).filter(([name]) => !/^c[12]_/.test(name));
    const blind = { contaminate: Object.fromEntries(known), train, baseline };
    const { evaluation } = await evaluateToy(blind);
    expect(evaluation.truth).toBeNull();
    const { masses } = (await evaluateToy(toy())).evaluation;
    expect(evaluation.masses.m_A1.mean).toBe(masses.m_A1.mean);
  });

  it('counts masses that are not finite and leaves them out', async () => {
    const broken = toy();
    broken.baseline.mt2_b[9] = NaN;
    broken.baseline.mt2_b[19] = Infinity;
    broken.train.m_A1.fill(NaN);
    const { masses, baselines } = (await evaluateToy(broken)).evaluation;
    expect(baselines.mt2_b).toMatchObject({ events: 498, nonFinite: 2 });
    expect(baselines.mt2_b.max).toBeLessThan(1000);
    expect(masses.m_A1).toMatchObject({ events: 0, nonFinite: 500, mean: null, median: null });
    expect(masses.m_A1.peak).toMatchObject({
      value: null,
      error: null,
      events: 0,
      reason: 'The window has 0 effective events, expected 100 or more.',
    });
  });

  it('counts the minima by what became of them', async () => {
    const { baselines } = (await evaluateToy(toy(), { split: 'all' })).evaluation;
    // Of every 100 events the 49th is infeasible and the 99th unresolved.
    const counted = { ok: 4900, infeasible: 50, unresolved: 50 };
    const statuses = { oneSided: 0, invalidInput: 0, found: 0, ...counted };
    expect(baselines.m2cc_b).toMatchObject({ events: 4900, nonFinite: 100, statuses });
    expect(baselines.m2cc_ab?.statuses).toEqual(statuses);
    const names = Object.keys(STATUS) as (keyof typeof STATUS)[];
    expect(names.map((name) => STATUSES[STATUS[name]])).toEqual(names);
  });

  it('compares the momenta of M_2CC with the true ones', async () => {
    const { truth } = (await evaluateToy(toy(), { split: 'all' })).evaluation;
    expect(truth?.m2cc?.rightPairing.events).toBe(3750);
    expect(truth?.m2cc?.heatMaps).toHaveLength(6);
    // The rows 49, 99, … have none; exchanged are the rows 0, 4, …, none of which is odd.
    for (const { nonFinite, residualWidth, correlation } of truth?.m2cc?.rightPairing.components ??
      []) {
      expect(nonFinite).toBe(100);
      // Smeared twice as much as the predictions; five standard errors σ/√(2n).
      expect(Math.abs((residualWidth ?? NaN) - 2 * NOISE)).toBeLessThan(
        (5 * 2 * NOISE) / Math.sqrt(2 * 3650)
      );
      expect(correlation).toBeGreaterThan(0.96);
    }
  });

  it('finds the endpoints of the baselines', async () => {
    const unmixed = toyEvents({ events: 5000, noise: NOISE });
    const settings = { split: 'all', endpoint: { replicas: 20 } };
    const { baselines } = (await evaluateToy(unmixed, settings)).evaluation;
    for (const [name, mass] of [
      ['mt2_b', 800],
      ['mt2_ab', 1000],
      ['m2cc_b', 800],
      ['m2cc_ab', 1000],
    ] as const) {
      const { value, error, shape, window, reason } = baselines[name]?.endpoint ?? {};
      // The toy's distributions end in steps at the masses. The distance of the last event from such an end is
      // exponential: it is e⁻⁸ that it is more than eight errors, seven beyond its mean; with a fixed seed.
      expect(Math.abs((value ?? NaN) - mass)).toBeLessThan(7 * (error ?? NaN));
      expect(error).toBeLessThan(1);
      expect([shape, reason]).toEqual(['step', null]);
      expect(window?.[0]).toBeLessThan(mass);
    }
  });

  it('finds the peaks of the masses, and quantiles around them', async () => {
    const unmixed = toyEvents({ events: 5000, noise: NOISE });
    const settings = { split: 'all', peak: { replicas: 20 } };
    const { masses, histograms } = (await evaluateToy(unmixed, settings)).evaluation;
    for (const [name, mass] of [
      ['m_A1', 1000],
      ['m_A2', 1000],
      ['m_B1', 800],
      ['m_B2', 800],
    ] as const) {
      const { peak, quantile025, quantile16, median, quantile84, quantile975 } = masses[name];
      const { value, error, width, window, reason } = peak;
      // The toy smears the invisible momenta by 20 GeV, which moves the peaks by their spread squared over the mass:
      // less than a tenth of a GeV.
      expect(Math.abs((value ?? NaN) - mass)).toBeLessThan(4 * (error ?? NaN) + 0.1);
      expect(error).toBeLessThan(0.6);
      expect(width).toBeGreaterThan(0);
      expect(reason).toBeNull();
      expect(window?.[0]).toBeGreaterThanOrEqual(histograms[name].low);
      const quantiles = [quantile025, quantile16, median, quantile84, quantile975];
      expect(quantiles).toEqual([...quantiles].sort((a, b) => (a ?? NaN) - (b ?? NaN)));
    }
  });

  it('knows a mass that is the same in nearly all events to a bin, and says so', async () => {
    const solved = toy();
    solved.train.m_A1.fill(1000.6, 0, 4800);
    const { peak } = (await evaluateToy(solved, { split: 'all' })).evaluation.masses.m_A1;
    expect(peak).toMatchObject({ width: null, reason: 'The peak is as narrow as the bins.' });
    // 16 384 bins in the range of the histogram, some hundreds of GeV.
    expect(Math.abs((peak.value ?? NaN) - 1000.6)).toBeLessThan(0.1);
    expect(peak.error).toBeLessThan(0.05);
    expect(peak.events).toBeGreaterThanOrEqual(4500);
  });

  it('says why there is no endpoint', async () => {
    const few = await evaluateToy(toyEvents({ events: 50, noise: 1 }), { split: 'all' });
    expect(few.evaluation.baselines.mt2_b.endpoint).toMatchObject({
      value: null,
      error: null,
      reason: 'There are 50 effective events, expected 100 or more.',
    });
    const equal = toy();
    equal.baseline.mt2_b.fill(750);
    const { endpoint } = (await evaluateToy(equal)).evaluation.baselines.mt2_b;
    expect(endpoint).toMatchObject({ value: null, events: 0 });
  });

  it('hands on the measurements of the baseline', async () => {
    const { measurements } = (await evaluateToy(toy())).evaluation;
    const { likelihood, solvability } = MEASUREMENTS;
    expect(measurements).toEqual({ likelihood, solvability });
  });

  it('takes a baseline that writes M_T2 only, and measures nothing', async () => {
    const { contaminate, train, baseline } = toy();
    const { event, mt2_b, mt2_ab } = baseline;
    const bare = { contaminate, train, baseline: { event, mt2_b, mt2_ab } };
    const { evaluation } = await evaluateToy(bare, {}, { measurements: null });
    const { baselines, histograms, truth, measurements } = evaluation;
    expect([baselines.m2cc_b, baselines.m2cc_ab, truth?.m2cc]).toEqual([null, null, null]);
    expect([histograms.m2cc_b, histograms.m2cc_ab]).toEqual([null, null]);
    expect(measurements).toEqual({ likelihood: null, solvability: null });
    const full = (await evaluateToy(toy())).evaluation;
    expect(baselines.mt2_ab).toEqual(full.baselines.mt2_ab);
    expect(truth?.rightPairing).toEqual(full.truth?.rightPairing);
  });

  it('does without baselines: all else stays as it is', async () => {
    const ranges = { A: [500, 1500], B: [500, 1500] };
    const published = { source: 'A paper', values: { 'endpoint.mt2_b': 800, 'auxiliary.mB': 800 } };
    const base = await writeInputs(toy());
    rmSync(join(base, 'baseline'), { recursive: true });
    const { evaluation, counts } = await runStage(base, { ranges, published });
    const { evaluation: full } = await evaluateToy(toy(), { ranges, published });
    const none = { mt2_b: null, mt2_ab: null, m2cc_b: null, m2cc_ab: null };
    expect(evaluation).toEqual({
      ...full,
      baselines: null,
      measurements: null,
      histograms: { ...full.histograms, ...none },
      truth: { ...full.truth, m2cc: null },
      published: expect.any(Object) as unknown,
    });
    expect(evaluation.published?.numbers.map(({ ours }) => ours)).toEqual([799, null]);
    expect(Object.keys(counts?.nonFinite ?? {})).toEqual(['m_A1', 'm_A2', 'm_B1', 'm_B2']);
  });

  it('chooses ranges without baselines', async () => {
    const base = await writeInputs(toy());
    rmSync(join(base, 'baseline'), { recursive: true });
    const { m_A1, m_B2 } = (await runStage(base)).evaluation.histograms;
    for (const [{ low, high, overflow, underflow }, mass] of [
      [m_A1, 1000],
      [m_B2, 800],
    ] as const) {
      expect([low < mass, high > mass]).toEqual([true, true]);
      // 0.5 % of 500 events on either side, and what lies far beyond the peak.
      expect(overflow + underflow).toBeLessThan(50);
    }
  });

  it('respects signed weights: an event of weight −1 cancels its copy', async () => {
    const plain = toyEvents({ events: 300, noise: NOISE });
    const extended = toyEvents({ events: 302, noise: NOISE });
    const settings = { split: 'all', ranges: { A: [500, 1500], B: [500, 1500] } };
    for (const columns of [extended.contaminate, extended.train, extended.baseline]) {
      for (const [name, column] of Object.entries(columns)) {
        if (name !== 'event') column[301] = column[300];
      }
    }
    extended.contaminate.weight[301] = -1;
    const { evaluation } = await evaluateToy(extended, settings);
    const expected = (await evaluateToy(plain, settings)).evaluation;
    expect(evaluation).toMatchObject({ events: 302, negativeWeights: 1, sumOfWeights: 300 });
    expect(evaluation.histograms).toEqual(expected.histograms);
    // The two extra events cancel in the sums up to rounding.
    expect(evaluation.masses.m_A1.mean).toBeCloseTo(expected.masses.m_A1.mean ?? NaN, 9);
    expect(evaluation.masses.m_A1.width).toBeCloseTo(expected.masses.m_A1.width ?? NaN, 9);
    expect(evaluation.masses.m_A1.median).toBe(expected.masses.m_A1.median);
  });

  it('writes the same bytes again, however the files are cut', async () => {
    const { json } = await evaluateToy(toy());
    const batchRows = { contaminate: 700, train: 1024, baseline: 333 };
    expect((await evaluateToy(toy(), {}, { batchRows })).json).toBe(json);
  });

  it('copies sample line, history and settings', async () => {
    const options = { sample: 'toy, 13 TeV' };
    const { sample, ...rest } = (await evaluateToy(toy(), {}, options)).evaluation;
    expect(sample).toBe('toy, 13 TeV');
    expect(rest.auxiliary).toEqual(PAPER_TRAINING.auxiliary);
    expect(rest.measured).toBeNull();
    expect(PAPER_TRAINING).toEqual({
      ...{ schemaVersion: 2, auxiliary: rest.auxiliary, measurement: null },
      ...rest.training,
    });
  });

  it('refuses an empty split and a training.json that is none', async () => {
    const few = toyEvents({ events: 5, noise: 1 });
    await expect(evaluateToy(few)).rejects.toThrow('Split test has none of the 5 events');
    const training = { ...PAPER_TRAINING, auxiliary: { A: 'heavy' } };
    const failed = evaluateToy(toy(), {}, { training });
    await expect(failed).rejects.toMatchObject({ name: 'InputError', exitCode: 1 });
    await expect(failed).rejects.toThrow('auxiliary.A');
  });
});

describe('evaluate, of a training with masses of other names', () => {
  it('says which it has and which it needs', async () => {
    const training = { ...PAPER_TRAINING, auxiliary: { A: 1000, X: 800 } };
    const failed = evaluateToy(toyEvents({ events: 20, noise: 1 }), { split: 'all' }, { training });
    await expect(failed).rejects.toMatchObject({ name: 'InputError', exitCode: 1 });
    await expect(failed).rejects.toThrow(
      'training.json has the auxiliary masses A, X, expected A and B'
    );
  });
});

describe('config', () => {
  it('has defaults for everything and refuses unknown keys and empty ranges', () => {
    expect(config.parse({})).toEqual({
      split: 'test',
      bins: { mass: 120, momentum: 50 },
      ranges: {},
      endpoint: { smeared: false, replicas: 100, seed: 1, minimumEvents: 100 },
      peak: { replicas: 100, seed: 1, minimumEvents: 100 },
    });
    expect(config.safeParse({ splits: 'test' }).success).toBe(false);
    expect(config.safeParse({ ranges: { A: [900, 700] } }).success).toBe(false);
  });

  it('refuses ranges whose width is no finite number', () => {
    // 1e308 − (−1e308) overflows.
    const { error } = config.safeParse({ ranges: { A: [-1e308, 1e308] } });
    expect(error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['ranges.A.0', 'expected an energy in GeV, -1e9 or more'],
      ['ranges.A.1', 'expected an energy in GeV, 1e9 or less'],
    ]);
    expect(config.safeParse({ ranges: { A: [-1e9, 1e9] } }).success).toBe(true);
  });
});
