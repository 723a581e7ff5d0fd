import { describe, expect, it } from 'vitest';
import { QuantileSketch } from '../../src/statistics/quantile-sketch.ts';
import { normalNumbers, uniformNumbers } from '../support/uniform.ts';

const FRACTIONS = [0.005, 0.16, 0.25, 0.5, 0.84, 0.99, 1];

function sketchOf(values: readonly number[], weight: (i: number) => number = () => 1, bits = 17) {
  const sketch = new QuantileSketch(bits);
  values.forEach((value, i) => sketch.add(value, weight(i)));
  return sketch;
}

/** The definition: the smallest value at which the cumulative weight reaches p of the sum. */
function exactQuantile(values: readonly number[], weights: readonly number[], p: number): number {
  const order = values.map((_, i) => i).sort((i, j) => values[i] - values[j]);
  const total = weights.reduce((sum, w) => sum + w, 0);
  let sum = 0;
  for (const i of order) {
    sum += weights[i];
    if (sum >= p * total) return values[i];
  }
  return NaN;
}

describe('QuantileSketch', () => {
  const normal = normalNumbers(uniformNumbers(3));
  const samples = {
    'a peak at 1 TeV': Array.from({ length: 20_000 }, () => 1000 + 13 * normal()),
    'a long tail': Array.from({ length: 20_000 }, () => Math.exp(3 * normal())),
    'both signs': Array.from({ length: 20_000 }, () => 200 * normal()),
  };

  it.each(Object.entries(samples))(
    'agrees with sorting to its stated accuracy: %s',
    (_, values) => {
      const unit = values.map(() => 1);
      for (const bits of [8, 17]) {
        const sketch = sketchOf(values, () => 1, bits);
        expect(sketch.accuracy).toBe(2 ** -(bits + 1));
        for (const p of FRACTIONS) {
          const exact = exactQuantile(values, unit, p);
          // Values below 2^−10 count as zero; one ulp for the centre of the bin.
          const bound = sketch.accuracy * Math.abs(exact) * (1 + 1e-12) + 2 ** -10;
          expect(Math.abs(sketch.quantile(p) - exact)).toBeLessThanOrEqual(bound);
        }
      }
    }
  );

  it('agrees with sorting for unequal weights', () => {
    const uniform = uniformNumbers(4);
    const values = samples['a peak at 1 TeV'];
    // Multiples of 1/8 add up without rounding in any order.
    const weights = values.map(() => Math.ceil(16 * uniform()) / 8);
    const sketch = sketchOf(values, (i) => weights[i]);
    for (const p of FRACTIONS) {
      const exact = exactQuantile(values, weights, p);
      expect(Math.abs(sketch.quantile(p) / exact - 1)).toBeLessThanOrEqual(sketch.accuracy);
    }
  });

  it('lets negative weights cancel positive ones', () => {
    // Left over: one event at 1, one at 2, one at 3.
    const values = [1, 2, 5, 5, 3];
    const weights = [1, 1, 1, -1, 1];
    const sketch = sketchOf(values, (i) => weights[i]);
    expect(sketch.quantile(0.5)).toBeCloseTo(2, 4);
    expect(sketch.quantile(0.9)).toBeCloseTo(3, 4);
  });

  it('never leaves the range of the values', () => {
    const equal = sketchOf([1000, 1000, 1000]);
    expect(FRACTIONS.map((p) => equal.quantile(p))).toEqual(FRACTIONS.map(() => 1000));
    const two = sketchOf([-7, 1000]);
    expect([two.quantile(0), two.quantile(1)]).toEqual([-7, 1000]);
  });

  it('ignores what is not finite and is undefined without weight', () => {
    expect(sketchOf([NaN, 4, -Infinity]).quantile(0.5)).toBe(4);
    expect(sketchOf([]).quantile(0.5)).toBeNaN();
    expect(sketchOf([1, 2], (i) => (i === 0 ? 1 : -1)).quantile(0.5)).toBeNaN();
  });

  it('refuses fractions and bits out of range', () => {
    expect(() => sketchOf([1]).quantile(1.5)).toThrow(RangeError);
    expect(() => sketchOf([1]).quantile(NaN)).toThrow(RangeError);
    expect(() => new QuantileSketch(21)).toThrow('bits is 21, expected an integer from 1 to 20.');
  });
});
