import { scalar, tensor1d } from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { ANTLER, DISTANCES, eventLosses } from '../../src/index.ts';
import { logMassDensity } from '../../src/density/kernel.ts';
import { BACKENDS, take, useBackend } from '../backends.ts';
import { logKernel } from './float64.ts';
import { column, draws } from './tensors.ts';

/** Masses of A₁, B₁, A₂, B₂, and m̃ and τ of A and B. */
const MASSES = [
  [9.9, 8.1, 10.2, 7.9],
  [10, 8, 10, 8],
  [25, 2, 11, 8],
  [300, 8, 10, 100],
];
const TRIAL = { masses: { A: 10, B: 8 }, resolutions: { A: 0.2, B: 0.05 } };

const targets = () => ({
  masses: [10, 8, 10, 8].map((m) => scalar(m)),
  resolutions: [0.2, 0.05, 0.2, 0.05].map((tau) => scalar(tau)),
});
const columns = () => [0, 1, 2, 3].map((k) => column(MASSES.map((row) => row[k])));

describe.each(BACKENDS)('logMassDensity on %s', (backend) => {
  beforeEach(() => useBackend(backend));

  it.each([
    { share: 0, broader: 1 },
    { share: 0.02, broader: 10 },
    { share: 0.5, broader: 100 },
  ])('is the logarithm of both exponentials: $share, $broader', async (outliers) => {
    const found = await take(logMassDensity(columns(), targets(), outliers));
    MASSES.forEach((masses, i) => {
      const expected =
        i < 3 || outliers.share > 0
          ? logKernel(masses, ANTLER, { ...TRIAL, outliers })
          : -290 / 0.2 - 92 / 0.05 - 2 * Math.log(0.2 * 0.05);
      // Float32 of up to 3300, and e⁻³⁰⁰ is within double precision.
      expect(Math.abs(found[i] - expected)).toBeLessThan(1e-6 * (10 + Math.abs(expected)));
    });
  });
});

describe('logMassDensity', () => {
  beforeEach(() => useBackend('cpu'));

  it('integrates to 2 per mass: the factors 1/2 of the exponentials are left out', async () => {
    // One mass, midpoints; the tail at 40 · 10 τ has e⁻⁴⁰.
    const [n, range] = [80_000, 80];
    const masses = Float32Array.from(
      { length: n },
      (_, i) => 10 + range * ((i + 0.5) / n - 0.5) * 2
    );
    const one = { masses: [scalar(10)], resolutions: [scalar(0.2)] };
    const found = await take(logMassDensity([draws(masses)], one, { share: 0.1, broader: 10 }));
    const sum = found.reduce((before, x) => before + Math.exp(x), 0) * ((2 * range) / n);
    // Steps of 0.01 τ: (0.01)²/12; float32 masses of about 10.
    expect(sum).toBeCloseTo(2, 3);
  });

  it('falls as the loss of Eq. (1) of PRR 5, 043186 without d_E, at a resolution of 1', async () => {
    const single = { ...targets(), resolutions: [1, 1, 1, 1].map((tau) => scalar(tau)) };
    const found = await take(logMassDensity(columns(), single, { share: 0, broader: 1 }));
    const of = (k: number) => tensor1d(MASSES.map((row) => row[k]));
    const masses = { mA1: of(0), mB1: of(1), mA2: of(2), mB2: of(3) };
    const common = { mA: scalar(10), mB: scalar(8) };
    const values = await take(eventLosses(masses, common, DISTANCES.l1));
    MASSES.forEach(([a1, b1, a2, b2], i) => {
      const between = Math.abs(a1 - a2) + Math.abs(b1 - b2);
      // Float32 of up to 600.
      expect(values[i] - between + found[i]).toBeCloseTo(0, 3);
    });
  });
});
