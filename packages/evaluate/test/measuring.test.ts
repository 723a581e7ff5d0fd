import { describe, expect, it } from 'vitest';
import { MEASURING_TRAINING } from '../../../test/support/trainings.ts';
import { runStage, writeInputs } from './support/stage-run.ts';
import { toyEvents } from './support/toy.ts';
import type { ToyEvents } from './support/toy.ts';

const NOISE = 20;

/** Every fourth event is exchanged; the training chooses a wrong pairing in every tenth. */
const toy = () => toyEvents({ events: 2000, exchangeEvery: 4, chooseWrongEvery: 10, noise: NOISE });

async function evaluation(events: ToyEvents, batchRows = {}) {
  const options = { training: MEASURING_TRAINING, batchRows };
  return (await runStage(await writeInputs(events, options), { split: 'all' })).evaluation;
}

describe('evaluate, of a training that measures', () => {
  it('hands on the masses with their errors, and says how far they are from the truth', async () => {
    const { measured, auxiliary } = await evaluation(toy());
    const { masses, ...others } = MEASURING_TRAINING.measurement ?? {};
    expect(measured).toMatchObject({ ...others, masses });
    expect(auxiliary).toEqual(MEASURING_TRAINING.auxiliary);
    // 1000.6 ± 1.3 and 800.5 ± 0.7 against 1000 and 800, which the toy's momenta give up to rounding.
    expect(measured?.masses.A.pull).toBeCloseTo(0.6 / 1.3, 6);
    expect(measured?.masses.B.pull).toBeCloseTo(0.5 / 0.7, 6);
  });

  it('tells no pull without the truth, without an error, or of a mass that the antler has not', async () => {
    const { contaminate, ...others } = toy();
    const known = Object.entries(contaminate).filter(([name]) => !/^c[12]_/.test(name));
    const blind = await evaluation({ contaminate: Object.fromEntries(known), ...others });
    expect(blind.measured?.masses.A).toMatchObject({ value: 1000.6, error: 1.3, pull: null });
    expect(blind.truth).toBeNull();

    const { measurement } = MEASURING_TRAINING;
    if (measurement === null) throw new Error('The fixture measures nothing.');
    const { A, B } = measurement.masses;
    const masses = { A: { ...A, error: null }, B: { ...B, error: 0 }, X: B };
    const training = { ...MEASURING_TRAINING, measurement: { ...measurement, masses } };
    const base = await writeInputs(toy(), { training });
    const { measured } = (await runStage(base, { split: 'all' })).evaluation;
    expect(Object.values(measured?.masses ?? {}).map(({ pull }) => pull)).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('counts the events in which the pairing is right', async () => {
    const { truth, exchangedEvents } = await evaluation(toy());
    expect(exchangedEvents).toBe(500);
    expect(truth?.pairing).toMatchObject({ events: 2000, right: 1800 });
    expect(truth?.pairing?.efficiency).toBeCloseTo(0.9, 12);
    // √(p (1 − p) / n).
    expect(truth?.pairing?.error).toBeCloseTo(Math.sqrt((0.9 * 0.1) / 2000), 12);
  });

  it('weighs the events, whatever batches they come in', async () => {
    const weighted = toy();
    weighted.contaminate.weight.forEach((_, i, weight) => (weight[i] = i % 10 === 0 ? 3 : 0.7));
    const { truth } = await evaluation(weighted);
    // 1800 events of weight 0.7 are right and 200 of weight 3 wrong: p = 1260 / 1860, and
    // σ² = Σw²(x − p)² / (Σw)².
    const p = 1260 / 1860;
    const variance = (1800 * 0.49 * (1 - p) ** 2 + 200 * 9 * p ** 2) / 1860 ** 2;
    expect(truth?.pairing?.efficiency).toBeCloseTo(p, 12);
    expect(truth?.pairing?.error).toBeCloseTo(Math.sqrt(variance), 12);
    const cut = await evaluation(weighted, { contaminate: 300, train: 77, baseline: 512 });
    expect(cut.truth?.pairing).toEqual(truth?.pairing);
  });

  it('compares momenta in the pairing that was chosen, and those of M_2CC in that of the file', async () => {
    const { truth } = await evaluation(toy());
    expect([truth?.rightPairing.events, truth?.wrongPairing.events]).toEqual([1800, 200]);
    expect(truth?.m2cc?.rightPairing.events).toBe(1500);
    expect(truth?.m2cc?.wrongPairing.events).toBe(500);
    for (const metrics of [truth?.rightPairing, truth?.wrongPairing]) {
      expect(metrics?.components).toHaveLength(6);
      for (const { residualWidth } of metrics?.components ?? []) {
        // The toy predicts the partner of the b that was chosen; five standard errors σ/√(2n).
        const error = NOISE / Math.sqrt(2 * (metrics?.events ?? 0));
        expect(Math.abs((residualWidth ?? NaN) - NOISE)).toBeLessThan(5 * error);
      }
    }
    for (const { counts, outside } of truth?.heatMaps ?? []) {
      expect(counts.reduce((sum, n) => sum + n, outside)).toBe(1800);
    }
  });

  it('says nothing of pairings where the training chooses none', async () => {
    const { truth } = await evaluation(toyEvents({ events: 200, exchangeEvery: 4, noise: NOISE }));
    expect(truth?.pairing).toBeNull();
    expect(truth?.wrongPairing.events).toBe(50);
  });
});
