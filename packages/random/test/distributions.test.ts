import { describe, expect, it } from 'vitest';
import { stream } from '@deelema/random';

const N = 200_000;

/** All bounds are 4 standard deviations of the estimate at a fixed seed: chance 6e-5 each. */
const SIGMAS = 4;

interface Moments {
  mean: number;
  variance: number;
}

function moments(values: Float64Array): Moments {
  const mean = values.reduce((sum, x) => sum + x, 0) / N;
  return { mean, variance: values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / N };
}

/** Largest distance between the empirical distribution and `cdf`, times √n. */
function kolmogorov(values: Float64Array, cdf: (x: number) => number): number {
  let distance = 0;
  values.toSorted().forEach((x, i) => {
    const expected = cdf(x);
    distance = Math.max(distance, Math.abs(expected - i / N), Math.abs(expected - (i + 1) / N));
  });
  return distance * Math.sqrt(N);
}

/** Abramowitz and Stegun 7.1.26, |error| < 1.5e-7: far below the resolution 1/√n = 2e-3. */
function normalCdf(x: number): number {
  const t = 1 / (1 + (0.3275911 * Math.abs(x)) / Math.SQRT2);
  const poly =
    t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const tail = (poly * Math.exp((-x * x) / 2)) / 2;
  return x < 0 ? tail : 1 - tail;
}

const CASES = [
  // Variance of the variance estimate: (μ₄ − σ⁴)/n.
  { kind: 'uniform', mean: 1 / 2, variance: 1 / 12, fourth: 1 / 80, cdf: (x: number) => x },
  { kind: 'normal', mean: 0, variance: 1, fourth: 3, cdf: normalCdf },
  { kind: 'exponential', mean: 1, variance: 1, fourth: 9, cdf: (x: number) => 1 - Math.exp(-x) },
] as const;

describe.each(CASES)('$kind', ({ kind, mean, variance, fourth, cdf }) => {
  const draw = stream(20260101, 'distributions', kind)[kind];
  const values = Float64Array.from({ length: N }, () => draw());

  it('has the mean and the variance of its closed form within 4 σ', () => {
    const found = moments(values);
    expect(Math.abs(found.mean - mean)).toBeLessThan(SIGMAS * Math.sqrt(variance / N));
    const error = Math.sqrt((fourth - variance ** 2) / N);
    expect(Math.abs(found.variance - variance)).toBeLessThan(SIGMAS * error);
  });

  it('follows its distribution function (Kolmogorov: √n D < 2.3, chance 5e-5)', () => {
    expect(kolmogorov(values, cdf)).toBeLessThan(2.3);
  });

  it('has no correlation of neighbours beyond 4 σ', () => {
    let sum = 0;
    for (let i = 1; i < N; ++i) sum += (values[i] - mean) * (values[i - 1] - mean);
    expect(Math.abs(sum / variance / Math.sqrt(N))).toBeLessThan(SIGMAS);
  });
});

describe('uniform', () => {
  it('fills [0, 1) with multiples of 2⁻⁵³, odd ones half of the time (4 σ)', () => {
    const { uniform } = stream(1, 'bits');
    const scaled = Float64Array.from({ length: N }, () => uniform() * 2 ** 53);
    expect(scaled.every((x) => Number.isInteger(x) && x >= 0 && x < 2 ** 53)).toBe(true);
    const odd = scaled.reduce((count, x) => count + (x % 2), 0);
    expect(Math.abs(odd - N / 2)).toBeLessThan((SIGMAS * Math.sqrt(N)) / 2);
  });
});

describe('streams of neighbouring names', () => {
  it('are uncorrelated within 4 σ, as first numbers of 50 000 of them', () => {
    const n = 50_000;
    let sum = 0;
    let product = 0;
    for (let i = 0, last = 0; i < n; ++i) {
      const x = stream(3, 'batch', i).uniform() - 1 / 2;
      sum += x;
      product += x * last;
      last = x;
    }
    expect(Math.abs(sum) / Math.sqrt(n / 12)).toBeLessThan(SIGMAS);
    expect(Math.abs(product) / Math.sqrt(n / 144)).toBeLessThan(SIGMAS);
  });
});
