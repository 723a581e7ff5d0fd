import { describe, expect, it } from 'vitest';
import { roundRange, roundStep, roundUp } from '../../src/statistics/round-range.ts';

describe('roundStep', () => {
  it.each([
    [0.7, 1],
    [1, 1],
    [1.01, 2],
    [3.7, 5],
    [5.1, 10],
    [0.03, 0.05],
    [1234, 2000],
  ])('%d becomes %d', (x, expected) => {
    expect(roundStep(x)).toBe(expected);
  });
});

describe('roundRange', () => {
  it.each([
    [706.3, 1083.9, 100, { low: 705, high: 1085, bins: 76 }],
    [0.013, 0.987, 100, { low: 0.01, high: 0.99, bins: 98 }],
    [-4, 96, 100, { low: -4, high: 96, bins: 100 }],
  ])('[%d, %d] in at most %d bins', (low, high, bins, expected) => {
    expect(roundRange(low, high, bins)).toEqual(expected);
  });

  it('covers the range with no more bins than allowed', () => {
    for (const low of [-1e5, -0.3, 0, 12.7, 999]) {
      for (const length of [1e-3, 0.7, 13, 1e4]) {
        const range = roundRange(low, low + length, 60);
        expect(range.low).toBeLessThanOrEqual(low);
        expect(range.high).toBeGreaterThanOrEqual(low + length);
        expect(range.bins).toBeLessThanOrEqual(60);
        // A step of 1, 2 or 5 costs a factor 2.5 at most, an edge one bin more.
        expect(range.bins).toBeGreaterThanOrEqual(60 / 2.5 - 2);
      }
    }
  });

  it('opens a range around a single value', () => {
    const { low, high } = roundRange(1000, 1000, 100);
    expect(low).toBeLessThan(1000);
    expect(high).toBeGreaterThan(1000);
    expect(roundRange(0, 0, 10)).toEqual({ low: -1, high: 1, bins: 10 });
  });
});

describe('roundUp', () => {
  it.each([
    [412, 450],
    [1000, 1000],
    [0.081, 0.09],
  ])('%d becomes %d', (x, expected) => {
    expect(roundUp(x)).toBe(expected);
  });
});
