import { describe, expect, it } from 'vitest';
import { mergeBins } from '../../src/statistics/merge-bins.ts';
import { binned } from '../support.ts';

describe('mergeBins', () => {
  it('keeps bins that hold enough of both', () => {
    expect(mergeBins(binned([10, 10, 10]), binned([20, 5, 10]))).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
  });

  it('joins a bin to its right neighbour, and what is left over to the last', () => {
    // 100 entries each, so half of the sum of both is expected: 1, 4, 93, 2.
    const one = binned([1, 4, 93, 2]);
    expect(mergeBins(one, one)).toEqual([
      [0, 2],
      [2, 4],
    ]);
  });

  it('looks at what is expected of the smaller histogram, not at what it holds', () => {
    // Nothing of the small one is in the first bin, where a tenth of its 100 entries is expected.
    expect(mergeBins(binned([0, 100]), binned([1000, 8000]))).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });

  it('counts weighted entries by what they are worth', () => {
    // 40 entries of weight 1/4 and 40 of weight 4 have the relative errors of 40 unweighted ones.
    const light = binned([5, 5], [1.25, 1.25]);
    const heavy = binned([80, 80], [320, 320]);
    expect(mergeBins(light, heavy)).toHaveLength(2);
    // Two entries of weight 4 each make no bin of five.
    expect(mergeBins(light, binned([8, 8], [32, 32]))).toEqual([[0, 2]]);
  });
});
