import { describe, expect, it } from 'vitest';
import { learningRate, stepBounds } from '../src/learning/schedule.ts';

describe('learningRate', () => {
  it('is PyTorch’s PolynomialLR(power = 2) of the public code: 0.01, 0.009801, …, 1e-6', () => {
    expect(learningRate(1e-2, 0, 100, 2)).toBe(1e-2);
    expect(learningRate(1e-2, 1, 100, 2)).toBeCloseTo(9.801e-3, 15);
    expect(learningRate(1e-2, 99, 100, 2)).toBeCloseTo(1e-6, 15);
  });

  it('is constant for power 0', () => {
    expect(learningRate(3e-3, 7, 10, 0)).toBe(3e-3);
  });
});

describe('stepBounds', () => {
  it('spreads events evenly: 3500 by at most 2048 are 1750 and 1750', () => {
    expect(stepBounds(3500, 2048)).toEqual([0, 1750, 3500]);
  });

  it.each([
    [1, 2048],
    [2048, 2048],
    [2049, 2048],
    [1000, 7],
  ])(
    'takes each of %i events once in steps of at most %i, which differ by at most 1',
    (n, most) => {
      const bounds = stepBounds(n, most);
      const sizes = bounds.slice(1).map((bound, i) => bound - bounds[i]);
      expect(sizes.reduce((a, b) => a + b)).toBe(n);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(most);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      expect(sizes).toHaveLength(Math.ceil(n / most));
    }
  );
});
