import { describe, expect, it } from 'vitest';
import { runningMoments } from '../src/running-moments.ts';

function of(...values: number[]): { count: number; mean: number; std: number } {
  const moments = runningMoments();
  values.forEach((value) => moments.add(value));
  const { count, mean, std } = moments;
  return { count, mean, std };
}

describe('runningMoments', () => {
  it('has the mean 5 and standard deviation 2 of the textbook example', () => {
    expect(of(2, 4, 4, 4, 5, 5, 7, 9)).toEqual({ count: 8, mean: 5, std: 2 });
  });

  it('loses no digits to a large mean', () => {
    // The sum of squares would have lost all of them: 1e9² has no digits left for 1.
    const { mean, std } = of(1e9 + 1, 1e9 - 1, 1e9 + 1, 1e9 - 1);
    expect(mean).toBe(1e9);
    expect(std).toBeCloseTo(1, 12);
  });

  it('has no spread in one number and NaN in none', () => {
    expect(of(3)).toEqual({ count: 1, mean: 3, std: 0 });
    expect(of()).toEqual({ count: 0, mean: NaN, std: NaN });
  });
});
