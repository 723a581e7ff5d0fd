import { describe, expect, it } from 'vitest';
import { stream } from '@deelema/random';
import { flatAmplitude, gluonFusionAmplitude, type SquaredAmplitude } from '../src/hard-process.ts';
import { pairSampler } from '../src/pair-sampler.ts';
import { PARTON_DENSITY } from '../src/parton-luminosity.ts';
import { pull } from './support/statistics.ts';

const ENERGY = 13000;
const N = 100_000;

interface Means {
  mass: number;
  rapidity: number;
  cosTheta: number;
}

const CASES = [
  { name: 'toy', m1: 1000, m2: 1000, threshold: 2000, amplitude: flatAmplitude },
  { name: 't t̄', m1: 173, m2: 173, threshold: 300, amplitude: gluonFusionAmplitude },
  { name: 'unequal masses', m1: 160, m2: 190, threshold: 300, amplitude: gluonFusionAmplitude },
  { name: 'close to the limit', m1: 6000, m2: 6000, threshold: 12000, amplitude: flatAmplitude },
];

describe('pairSampler', () => {
  it.each(CASES)(
    'reproduces means of dσ/dτ dy dcosθ by quadrature: $name',
    ({ m1, m2, threshold, amplitude }) => {
      const sample = pairSampler({ beamEnergy: ENERGY, threshold, amplitude });
      const pairs = sample(stream(1, 'pairs'), fill(m1), fill(m2));
      const expected = quadrature(m1, m2, amplitude);
      // Five standard errors cover the quadrature's own 1e-4 besides the statistics of 100 000 pairs.
      expect(Math.abs(pull(pairs.mass, expected.mass))).toBeLessThan(5);
      expect(Math.abs(pull(pairs.rapidity.map(Math.abs), expected.rapidity))).toBeLessThan(5);
      expect(Math.abs(pull(pairs.cosTheta.map(Math.abs), expected.cosTheta))).toBeLessThan(5);
      expect(Math.abs(pull(pairs.rapidity, 0))).toBeLessThan(4);
      expect(Math.abs(pull(pairs.cosTheta, 0))).toBeLessThan(4);
    }
  );

  it('makes only pairs that the beams can pay for', () => {
    const sample = pairSampler({ beamEnergy: 2100, threshold: 2000, amplitude: flatAmplitude });
    const { mass, rapidity } = sample(stream(1, 'pairs'), fill(1000, 1000), fill(1000, 1000));
    const largestX = mass.map((m, i) => (m / 2100) * Math.exp(Math.abs(rapidity[i])));
    expect(Math.min(...mass)).toBeGreaterThan(2000);
    expect(Math.max(...largestX)).toBeLessThan(1);
  });

  it('refuses masses that the beams cannot make, rather than draw for ever', () => {
    const sample = pairSampler({ beamEnergy: 2100, threshold: 2000, amplitude: flatAmplitude });
    expect(() => sample(stream(1, 'pairs'), fill(1100, 1), fill(1000, 1))).toThrow(
      "pairSampler: the pair weighs 2100 GeV, expected more than 0 and less than the beams' 2100 GeV."
    );
  });

  it('refuses a pair heavier than the beams', () => {
    expect(() =>
      pairSampler({ beamEnergy: 1999, threshold: 2000, amplitude: flatAmplitude })
    ).toThrow(
      "pairSampler: the pair weighs 2000 GeV, expected more than 0 and less than the beams' 1999 GeV."
    );
  });
});

function fill(value: number, n = N): Float64Array {
  return new Float64Array(n).fill(value);
}

/** Means of √ŝ, |y| and |cosθ| from the differential cross-section, by the midpoint rule. */
function quadrature(m1: number, m2: number, amplitude: SquaredAmplitude): Means {
  const { a, b } = PARTON_DENSITY;
  const density = (x: number): number => x ** -a * (1 - x) ** b;
  const least = ((m1 + m2) / ENERGY) ** 2;
  const total = { mass: 0, rapidity: 0, cosTheta: 0 };
  let weights = 0;
  // Even steps of v with ln τ = ln τ₀ v² put points where β rises like a square root.
  for (const v of midpoints(400)) {
    const tau = least ** (1 - v * v);
    const sHat = tau * ENERGY ** 2;
    const beta = Math.sqrt((1 - (m1 + m2) ** 2 / sHat) * (1 - (m1 - m2) ** 2 / sHat));
    const angles = angularMeans(beta, amplitude);
    const edge = -0.5 * Math.log(tau);
    for (const share of midpoints(200)) {
      const y = share * edge;
      const [x1, x2] = [Math.sqrt(tau) * Math.exp(y), Math.sqrt(tau) * Math.exp(-y)];
      const weight = (v * edge * density(x1) * density(x2) * beta * angles.total) / sHat;
      weights += weight;
      total.mass += weight * Math.sqrt(sHat);
      total.rapidity += weight * y;
      total.cosTheta += weight * angles.mean;
    }
  }
  return {
    mass: total.mass / weights,
    rapidity: total.rapidity / weights,
    cosTheta: total.cosTheta / weights,
  };
}

/** ∫|M|² d|cosθ| and the mean of |cosθ|. */
function angularMeans(beta: number, amplitude: SquaredAmplitude): { total: number; mean: number } {
  let total = 0;
  let first = 0;
  for (const c of midpoints(400)) {
    const weight = amplitude(beta, c);
    total += weight / 400;
    first += (weight * c) / 400;
  }
  return { total, mean: first / total };
}

function midpoints(n: number): number[] {
  return Array.from({ length: n }, (_, k) => (k + 0.5) / n);
}
