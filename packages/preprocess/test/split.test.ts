import { describe, expect, it } from 'vitest';
import { apportion } from '../src/split.ts';

const PAPER = [0.7, 0.2, 0.1];

describe('apportion', () => {
  it.each([
    [0, [0, 0, 0]],
    [1, [1, 0, 0]],
    [2, [1, 1, 0]],
    [3, [2, 1, 0]],
    [5, [4, 1, 0]],
    [10, [7, 2, 1]],
    [101, [71, 20, 10]],
    [5000, [3500, 1000, 500]],
  ])('gives %d events in 70/20/10 as %j, by hand', (n, expected) => {
    expect(apportion(n, PAPER)).toEqual(expected);
  });

  it.each([PAPER, [1 / 3, 1 / 3, 1 / 3], [0.6, 0.25, 0.15], [1, 0, 0], [0.07, 0.9, 0.03]])(
    'is exact to one event and leaves none for %j, %j, %j',
    (...fractions) => {
      for (let n = 0; n < 2000; ++n) {
        const counts = apportion(n, fractions);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(n);
        counts.forEach((count, k) => expect(Math.abs(count - fractions[k] * n)).toBeLessThan(1));
      }
    }
  );
});
