import { m2ccColumns, mt2Columns } from '@deelema/mass-variables';
import { describe, expect, it } from 'vitest';
import { fitEndpoint, spectrumOf } from '../../src/index.ts';
import { part, TOY, toyEvents } from '../solvability/support/toy-events.ts';

const SETTINGS = { replicas: 0, seed: 1, name: 'toy', minimumEvents: 100, smeared: false };

const SAMPLES = 20;
const EVENTS = 500;

const [mA, mB, mC] = TOY;

describe('fitEndpoint on antlers of 1000, 800 and 700 GeV', () => {
  const all = toyEvents(SAMPLES * EVENTS, 7);
  const samples = Array.from({ length: SAMPLES }, (_, k) =>
    part(all, k * EVENTS, (k + 1) * EVENTS)
  );

  it.each([
    ['M_T2(b)', mB, (k: number) => mt2Columns('b', samples[k], mC)],
    ['M_T2(ab)', mA, (k: number) => mt2Columns('ab', samples[k], mC)],
    ['M_2CC(b)', mB, (k: number) => m2ccColumns('b', samples[k], mC).value],
    ['M_2CC(ab)', mA, (k: number) => m2ccColumns('ab', samples[k], mC).value],
  ] as const)('has errors that cover the mass: %s of 500 events', (_, mass, valuesOf) => {
    const pulls = samples.map((_, k) => {
      const { value, error } = fitEndpoint(spectrumOf(valuesOf(k)), SETTINGS);
      return value === null || error === null ? NaN : (value - mass) / error;
    });
    // Of 20 Gaussian pulls 95 % are within 2, fewer than 16 once in 3000 samples. M_T2(ab), whose last 10 GeV are a
    // tail behind a step, has 90 %.
    expect(pulls.filter((pull) => Math.abs(pull) <= 2).length).toBeGreaterThanOrEqual(16);
    expect(Math.abs(pulls.reduce((sum, x) => sum + x, 0) / SAMPLES)).toBeLessThan(1);
  });
});
