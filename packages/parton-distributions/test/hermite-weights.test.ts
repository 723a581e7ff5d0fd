import { describe, expect, it } from 'vitest';
import { hermiteWeights, intervalOf } from '../src/hermite-weights.ts';

/** Uneven knots, seven of them. */
const UNEVEN = Float64Array.of(-9, -7.5, -7, -4, -2.5, -0.5, 0);
const EVEN = Float64Array.of(0, 1, 2, 3, 4, 5);

function interpolated(knots: Float64Array, f: (z: number) => number, z: number): number {
  const i = intervalOf(knots, z);
  const weights = new Float64Array(4);
  hermiteWeights(knots, i, z, weights);
  return weights.reduce((sum, w, k) => (w === 0 ? sum : sum + w * f(knots[i - 1 + k])), 0);
}

/** The rule of the paper, written with derivatives: the slope, or the mean of two, at each knot. */
function byDerivatives(knots: Float64Array, f: (z: number) => number, z: number): number {
  const i = intervalOf(knots, z);
  const slope = (k: number): number => (f(knots[k + 1]) - f(knots[k])) / (knots[k + 1] - knots[k]);
  const derivative = (k: number): number => {
    if (k === 0) return slope(0);
    return k === knots.length - 1 ? slope(k - 1) : (slope(k - 1) + slope(k)) / 2;
  };
  const h = knots[i + 1] - knots[i];
  const t = (z - knots[i]) / h;
  return (
    (2 * t ** 3 - 3 * t ** 2 + 1) * f(knots[i]) +
    (t ** 3 - 2 * t ** 2 + t) * h * derivative(i) +
    (3 * t ** 2 - 2 * t ** 3) * f(knots[i + 1]) +
    (t ** 3 - t ** 2) * h * derivative(i + 1)
  );
}

const between = (knots: Float64Array, n: number): number[] =>
  Array.from({ length: n + 1 }, (_, k) => knots[0] + ((knots.at(-1)! - knots[0]) * k) / n);

describe('hermiteWeights', () => {
  it('is the rule of Eur. Phys. J. C 75 (2015) 132 on uneven knots, first and last interval too', () => {
    for (const z of between(UNEVEN, 90)) {
      const expected = byDerivatives(UNEVEN, Math.exp, z);
      // A dozen roundings of numbers below 2.
      expect(Math.abs(interpolated(UNEVEN, Math.exp, z) - expected)).toBeLessThan(3e-15);
    }
  });

  it('meets the knots exactly', () => {
    for (const z of UNEVEN) expect(interpolated(UNEVEN, Math.sin, z)).toBe(Math.sin(z));
  });

  it('reproduces straight lines everywhere, parabolas between inner equidistant knots', () => {
    for (const z of between(UNEVEN, 50)) {
      expect(interpolated(UNEVEN, (v) => 3 - 2 * v, z)).toBeCloseTo(3 - 2 * z, 13);
    }
    for (const z of between(EVEN.subarray(1, 5), 50)) {
      expect(interpolated(EVEN, (v) => v * v - v, z)).toBeCloseTo(z * z - z, 13);
    }
  });

  it('misses a cubic between inner equidistant knots by t (1 − t)(1 − 2t) (closed form)', () => {
    // The mean slope of z³ over two unit intervals is 3z² + 1, one too much at both ends.
    for (const t of [0, 0.125, 0.25, 0.5, 0.75]) {
      const miss = interpolated(EVEN, (v) => v ** 3, 2 + t) - (2 + t) ** 3;
      expect(miss).toBeCloseTo(t * (1 - t) * (1 - 2 * t), 13);
    }
  });

  it('of two knots is linear', () => {
    const two = Float64Array.of(1, 4);
    expect(interpolated(two, (v) => v * v, 2)).toBeCloseTo(6, 14);
  });
});

describe('intervalOf', () => {
  it('has its lower knot inside, and the outer intervals for what lies outside', () => {
    const found = [-1, 0, 0.5, 1, 4.9, 5, 9].map((z) => intervalOf(EVEN, z));
    expect(found).toEqual([0, 0, 0, 1, 4, 4, 4]);
  });
});
