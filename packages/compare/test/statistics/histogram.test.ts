import { describe, expect, it } from 'vitest';
import { Histogram } from '../../src/statistics/histogram.ts';
import { WeightedMean } from '../../src/statistics/weighted-mean.ts';

describe('Histogram', () => {
  it('puts a value on an edge into the bin to its right, the last edge into the last bin', () => {
    const histogram = new Histogram([0, 1, 10, 100]);
    for (const x of [0, 0.999, 1, 10, 99, 100]) histogram.add(x, 1);
    expect([...histogram.sums]).toEqual([2, 1, 3]);
    expect([histogram.underflow, histogram.overflow]).toEqual([0, 0]);
  });

  it('keeps what lies outside and counts what is no number', () => {
    const histogram = new Histogram([0, 1]);
    histogram.add(-1e-9, 2);
    histogram.add(1 + 1e-9, -3);
    for (const x of [NaN, Infinity, -Infinity]) histogram.add(x, 5);
    expect(histogram).toMatchObject({ underflow: 2, overflow: -3, nonFinite: 3 });
    expect([...histogram.sums]).toEqual([0]);
  });

  it('adds up signed weights and their squares', () => {
    const histogram = new Histogram([0, 1, 2]);
    for (const w of [2, -0.5, 3]) histogram.add(1.5, w);
    expect([...histogram.sums]).toEqual([0, 4.5]);
    expect([...histogram.squares]).toEqual([0, 13.25]);
  });

  it.each([[[1]], [[0, 0]], [[0, 2, 1]], [[0, NaN]]])('refuses the edges %j', (edges) => {
    expect(() => new Histogram(edges)).toThrow(RangeError);
  });
});

describe('WeightedMean', () => {
  it('is σ/√n beside the mean for equal weights, whatever their size', () => {
    const mean = new WeightedMean();
    for (const x of [1, 2, 3, 6]) mean.add(x, 7);
    // Σ(x − 3)² = 14; 14/4 is the variance, and divided by 4 that of the mean.
    expect(mean.result().mean).toBeCloseTo(3, 12);
    expect(mean.result().meanError).toBeCloseTo(Math.sqrt(14 / 16), 12);
  });

  it('takes signed weights', () => {
    const mean = new WeightedMean();
    mean.add(1, 3);
    mean.add(4, -1);
    mean.add(NaN, 100);
    // (3 − 4) / 2, and √(9 · 1.5² + 1 · 4.5²) / 2.
    expect(mean.result().mean).toBeCloseTo(-0.5, 12);
    expect(mean.result().meanError).toBeCloseTo(Math.sqrt(9 * 2.25 + 20.25) / 2, 12);
  });

  it('is not defined without a positive sum of weights', () => {
    const mean = new WeightedMean();
    expect(mean.result()).toEqual({ mean: null, meanError: null });
    mean.add(1, 1);
    mean.add(2, -1);
    expect(mean.result()).toEqual({ mean: null, meanError: null });
  });
});
