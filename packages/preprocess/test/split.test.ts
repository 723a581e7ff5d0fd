import { describe, expect, it } from 'vitest';
import { stream } from '@deelema/random';
import { apportion, dealer } from '../src/split.ts';

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

describe('dealer', () => {
  it('deals exactly the labels there are, and no more', () => {
    const deal = dealer(stream(1, 'deal'), [3, 0, 2]);
    const labels = Array.from({ length: 5 }, deal).sort();
    expect(labels).toEqual([0, 0, 0, 2, 2]);
    expect(deal).toThrow(RangeError);
  });

  it('makes every arrangement equally often', () => {
    // Ten arrangements of three and two; χ² with 9 degrees of freedom is below 27.9 in 99.9 %.
    const deals = 10_000;
    const seen = new Map<string, number>();
    for (let k = 0; k < deals; ++k) {
      const arrangement = Array.from({ length: 5 }, dealer(stream(k, 'deal'), [3, 2])).join('');
      seen.set(arrangement, (seen.get(arrangement) ?? 0) + 1);
    }
    expect(seen.size).toBe(10);
    const expected = deals / 10;
    const chi2 = [...seen.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
    expect(chi2).toBeLessThan(27.9);
  });
});
