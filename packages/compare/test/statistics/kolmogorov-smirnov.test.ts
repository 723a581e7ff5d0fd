import { describe, expect, it } from 'vitest';
import { kolmogorovSmirnov } from '../../src/statistics/kolmogorov-smirnov.ts';
import { binned } from '../support.ts';

describe('kolmogorovSmirnov', () => {
  it('is the largest difference of the cumulative distributions', () => {
    // F₁ = 0.1, 0.3, 1 and F₂ = 0.2, 0.6, 1.
    expect(kolmogorovSmirnov(binned([1, 2, 7]), binned([2, 4, 4]))).toBeCloseTo(0.3, 12);
  });

  it('is 0 for multiples and 1 for histograms apart', () => {
    expect(kolmogorovSmirnov(binned([1, 2, 3]), binned([10, 20, 30]))).toBeCloseTo(0, 12);
    expect(kolmogorovSmirnov(binned([5, 0]), binned([0, 5]))).toBe(1);
  });

  it('counts what lies outside the bins', () => {
    const below = { ...binned([1, 1]), underflow: 2 };
    const above = { ...binned([1, 1]), overflow: 2 };
    // At every edge F₁ is ahead by 1/2.
    expect(kolmogorovSmirnov(below, above)).toBeCloseTo(0.5, 12);
    expect(kolmogorovSmirnov(below, below)).toBe(0);
  });

  it('is not defined without a positive sum of weights', () => {
    expect(kolmogorovSmirnov(binned([0]), binned([1]))).toBeNull();
  });
});
