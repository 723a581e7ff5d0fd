import { describe, expect, it } from 'vitest';
import { HeatMap } from '../../src/statistics/heat-map.ts';
import { Histogram } from '../../src/statistics/histogram.ts';

describe('Histogram', () => {
  it('fills half-open bins, the last one closed, and counts what is outside', () => {
    const histogram = new Histogram(0, 4, 4);
    for (const x of [-0.1, 0, 0.99, 1, 3.5, 4, 4.01, NaN, Infinity]) histogram.add(x, 1);
    expect([...histogram.counts]).toEqual([2, 1, 0, 2]);
    expect([histogram.underflow, histogram.overflow]).toEqual([1, 1]);
  });

  it('adds signed weights', () => {
    const histogram = new Histogram(0, 2, 2);
    histogram.add(0.5, 2);
    histogram.add(0.5, -0.5);
    histogram.add(9, -1);
    expect([...histogram.counts, histogram.overflow]).toEqual([1.5, 0, -1]);
  });

  it('refuses an empty range and no bins', () => {
    expect(() => new Histogram(1, 1, 5)).toThrow(RangeError);
    expect(() => new Histogram(0, 1, 0)).toThrow(RangeError);
  });
});

describe('HeatMap', () => {
  it('keeps x along a row and y from row to row', () => {
    const map = new HeatMap(-1, 1, 2);
    map.add(-0.5, 0.5, 1);
    map.add(0.5, -0.5, 3);
    map.add(1, 1, 5);
    expect([...map.counts]).toEqual([0, 3, 1, 5]);
  });

  it('counts pairs outside on either axis and ignores those not finite', () => {
    const map = new HeatMap(-1, 1, 2);
    map.add(0, 1.5, 2);
    map.add(-7, 0, 1);
    map.add(NaN, 0, 1);
    expect(map.outside).toBe(3);
    expect([...map.counts]).toEqual([0, 0, 0, 0]);
  });
});
