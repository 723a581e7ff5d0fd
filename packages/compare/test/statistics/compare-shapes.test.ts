import { stream } from '@deelema/random';
import { describe, expect, it } from 'vitest';
import { compareShapes } from '../../src/statistics/compare-shapes.ts';
import { Histogram } from '../../src/statistics/histogram.ts';
import { binned } from '../support.ts';

const EDGES = Array.from({ length: 21 }, (_, i) => i / 20);

describe('compareShapes', () => {
  it('is Pearson’s χ² of homogeneity for unweighted entries', () => {
    // Equal totals: Σ (n − m)² / (n + m) = 25/25 + 25/35; p = exp(−χ²/2) for two degrees of freedom.
    const shapes = compareShapes(binned([10, 20, 30]), binned([15, 15, 30]), 0);
    const chiSquare = 1 + 25 / 35;
    expect(shapes?.chiSquare).toBeCloseTo(chiSquare, 12);
    expect(shapes?.ndf).toBe(2);
    expect(shapes?.pValue).toBeCloseTo(Math.exp(-chiSquare / 2), 12);
  });

  it('is Pearson’s χ² for different totals too', () => {
    // A 2 × 3 table by hand: Σ (observed − expected)² / expected with expected = row · column / total.
    const [n, m] = [
      [30, 50, 20],
      [250, 450, 300],
    ];
    const table = [n, m].flatMap((row, r) =>
      row.map((observed, i) => {
        const expected = ([100, 1000][r] * (n[i] + m[i])) / 1100;
        return (observed - expected) ** 2 / expected;
      })
    );
    const expected = table.reduce((sum, x) => sum + x, 0);
    expect(compareShapes(binned(n), binned(m), 0)?.chiSquare).toBeCloseTo(expected, 12);
  });

  it('does not change if all weights of one histogram are multiplied, or the two exchanged', () => {
    const one = binned([30, 52, 18], [40, 70, 30]);
    const two = binned([25, 45, 33]);
    const scaled = binned(
      [30, 52, 18].map((w) => 22.8 * w),
      [40, 70, 30].map((w) => 22.8 ** 2 * w)
    );
    const before = compareShapes(one, two, 0.05);
    expect(compareShapes(scaled, two, 0.05)?.chiSquare).toBeCloseTo(Number(before?.chiSquare), 10);
    expect(compareShapes(two, one, 0.05)?.chiSquare).toBeCloseTo(Number(before?.chiSquare), 10);
  });

  it('is 0 for equal shapes and falls as the band grows', () => {
    const one = binned([1e4, 2e4, 3e4]);
    const two = binned([1.1e4, 2e4, 2.9e4]);
    expect(compareShapes(one, binned([5e3, 1e4, 1.5e4]), 0)?.chiSquare).toBeCloseTo(0, 10);
    const values = [0, 0.01, 0.05, 0.2].map((band) => compareShapes(one, two, band)?.chiSquare);
    expect(values).toEqual([...values].sort((a, b) => Number(b) - Number(a)));
    // With 20 % the errors of the band alone: (0.1 and 0.033 of the bins) / 0.2, squared, far below 1.
    expect(values[3]).toBeLessThan(0.5);
  });

  it('sees entries where the other histogram has none', () => {
    const shapes = compareShapes(binned([0, 0, 900]), binned([900, 0, 0]), 0);
    // All of the 2 × 2 table is off the diagonal: χ² is the total.
    expect(shapes?.chiSquare).toBeCloseTo(1800, 8);
    expect(shapes?.pValue).toBe(0);
  });

  it('has no p-value with one bin, and is not defined without a positive sum of weights', () => {
    expect(compareShapes(binned([9]), binned([7]), 0)).toMatchObject({ ndf: 0, pValue: null });
    expect(compareShapes(binned([0, 0]), binned([7, 8]), 0)).toBeNull();
    expect(compareShapes(binned([7, 8]), binned([-7, 2], [7, 2]), 0)).toBeNull();
  });

  it('refuses histograms of different bins', () => {
    expect(() => compareShapes(binned([1]), binned([1, 2]), 0)).toThrow(
      'compareShapes: 1 and 2 bins, expected the same number.'
    );
  });

  // Entries with the density 2x, which depends on the bin, and weights that depend on x too.
  const unweighted = (): number => 1;
  const signed = (x: number, u: number): number => (u < 0.15 ? -1 : 1) * (0.5 + x);
  it.each([
    ['unweighted', unweighted, unweighted],
    ['signed weights', signed, signed],
  ])('gives p-values that are uniform if both have one shape: %s', (name, weight1, weight2) => {
    const random = stream(1, 'test', name);
    const draw = (n: number, weight: (x: number, u: number) => number): Histogram => {
      const histogram = new Histogram(EDGES);
      for (let i = 0; i < n; ++i) {
        const x = Math.sqrt(random.uniform());
        histogram.add(x, weight(x, random.uniform()));
      }
      return histogram;
    };
    const trials = 2000;
    const tenths = new Float64Array(10);
    for (let k = 0; k < trials; ++k) {
      const p = compareShapes(draw(4000, weight1), draw(1000, weight2), 0)?.pValue ?? NaN;
      tenths[Math.min(9, Math.floor(10 * p))] += 1;
    }
    // 2000 trials in tenths: 200 ± 13.4 each; five standard deviations, for few-entry bins skew p a little.
    for (const count of tenths) expect(Math.abs(count - trials / 10)).toBeLessThan(67);
  });
});
