import { describe, expect, it } from 'vitest';
import { WeightedMoments } from '../../src/statistics/weighted-moments.ts';

function momentsOf(values: readonly number[], weights: readonly number[] = values.map(() => 1)) {
  const moments = new WeightedMoments();
  values.forEach((value, i) => moments.add(value, weights[i]));
  return moments;
}

describe('WeightedMoments', () => {
  it('gives mean (n + 1)/2 and variance (n² − 1)/12 of 1 … n', () => {
    const n = 100;
    const moments = momentsOf(Array.from({ length: n }, (_, i) => i + 1));
    // Sums of integers below 2^53 are exact; only the last divisions and roots round.
    expect(moments.mean()).toBeCloseTo((n + 1) / 2, 12);
    expect(moments.width()).toBeCloseTo(Math.sqrt((n * n - 1) / 12), 12);
    expect(moments.meanError()).toBeCloseTo(Math.sqrt((n * n - 1) / 12 / n), 12);
    expect([moments.events, moments.min, moments.max]).toEqual([n, 1, n]);
  });

  it('counts an integer weight as so many equal values', () => {
    const weighted = momentsOf([1, 2, 4], [1, 2, 1]);
    // By hand: (1 + 2·2 + 4)/4 and (1 + 2·4 + 16)/4 − 2.25².
    expect(weighted.mean()).toBe(2.25);
    expect(weighted.width()).toBeCloseTo(Math.sqrt(1.1875), 14);
    expect(weighted.width()).toBeCloseTo(momentsOf([1, 2, 2, 4]).width(), 14);
  });

  it('takes the error of the mean from the squared weights', () => {
    // By hand: μ = 2.25, Σw²(x − μ)² = 1.5625 + 4·0.0625 + 3.0625, Σw = 4.
    const expected = Math.sqrt(1.5625 + 0.25 + 3.0625) / 4;
    expect(momentsOf([1, 2, 4], [1, 2, 1]).meanError()).toBeCloseTo(expected, 14);
  });

  it('subtracts events of negative weight', () => {
    const signed = momentsOf([1, 2, 3, 3], [1, 1, 1, -1]);
    expect(signed.mean()).toBe(1.5);
    expect(signed.width()).toBeCloseTo(0.5, 14);
  });

  it('has no width where negative weights leave a negative variance', () => {
    // By hand: Σw = 3, μ = 4/3, Σwx²/Σw − μ² = 4/3 − 16/9 < 0.
    const signed = momentsOf([1, 2, 3], [1, 3, -1]);
    expect(signed.mean()).toBeCloseTo(4 / 3, 14);
    expect(signed.width()).toBeNaN();
  });

  it('has the width zero, not none, where events that cancel leave equal values', () => {
    // 1000.3 twenty times among values that vary, each of them with either sign: the variance of 1e-11 GeV²
    // that rounding leaves of 1e5 GeV² is negative for some of them.
    for (const scale of [7, 77, 777]) {
      const others = Array.from({ length: 50 }, (_, i) => 1000 + scale * Math.sin(i));
      const values = [...others, ...Array<number>(20).fill(1000.3), ...others];
      const width = momentsOf(
        values,
        values.map((_, i) => (i < 70 ? 1 : -1))
      ).width();
      // √(120 · 2.2e-16 · Σ|w|x²/Σw) with 100 scale²/2 over 20, the bound of rounding.
      expect(width).toBeLessThan(3e-7 * scale);
    }
  });

  it('is undefined without events and without a positive sum of weights', () => {
    expect(momentsOf([]).mean()).toBeNaN();
    expect(momentsOf([1, 2], [1, -1]).mean()).toBeNaN();
    expect(momentsOf([1, 2], [1, -2]).meanError()).toBeNaN();
  });

  it('counts values that are not finite and leaves them out', () => {
    const moments = momentsOf([1, NaN, 3, Infinity]);
    expect([moments.events, moments.nonFinite]).toEqual([2, 2]);
    expect([moments.mean(), moments.width()]).toEqual([2, 1]);
  });

  it('keeps the digits of a narrow peak far from zero', () => {
    // Naive sums of squares lose all digits of the width here: 1e18 has a spacing of 128.
    const moments = momentsOf([1e9 - 0.5, 1e9 + 0.5]);
    expect(moments.width()).toBe(0.5);
    expect(momentsOf([0.1, 0.1, 0.1]).width()).toBe(0);
  });
});
