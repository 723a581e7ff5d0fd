import { describe, expect, it } from 'vitest';
import { dealer, stream } from '@deelema/random';

describe('dealer', () => {
  it.each([[[3, 0, 2]], [[0, 5]], [[5, 0]], [[3, 2]], [[0, 0]]])(
    'deals exactly the labels %j, and no more',
    (counts) => {
      const deal = dealer(stream(1, 'deal'), counts);
      const total = counts.reduce((sum, count) => sum + count, 0);
      const labels = Array.from({ length: total }, deal);
      expect(counts.map((_, label) => labels.filter((one) => one === label).length)).toEqual(
        counts
      );
      expect(deal).toThrow(RangeError);
    }
  );

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
