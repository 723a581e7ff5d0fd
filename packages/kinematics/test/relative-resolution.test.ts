import { describe, expect, it } from 'vitest';
import { relativeResolution } from '../src/relative-resolution.ts';

/** Jet resolution of PRR 5, 043186. */
const PAPER = {
  pt: [10, 20, 30, 50, 100, 400, 1000],
  resolution: [0.4, 0.28, 0.19, 0.13, 0.1, 0.06, 0.05],
};

const at = (pt: number): number => relativeResolution(PAPER, pt);

describe('relativeResolution', () => {
  it.each([
    [10, 0.4],
    [20, 0.28],
    [30, 0.19],
    [50, 0.13],
    [100, 0.1],
    [400, 0.06],
    [1000, 0.05],
  ])('gives the points of its table, at pT = %f GeV: %f', (pt, sigma) => {
    expect(at(pt)).toBeCloseTo(sigma, 14);
  });

  it.each([
    [Math.sqrt(10 * 20), 0.34],
    [200, 0.08],
    [Math.sqrt(400 * 1000), 0.055],
  ])('is halfway at the geometric mean of two points: %f GeV', (pt, sigma) => {
    expect(at(pt)).toBeCloseTo(sigma, 14);
  });

  it('keeps the end values outside', () => {
    expect([0, 1e-9, 9.99].map(at)).toEqual([0.4, 0.4, 0.4]);
    expect([1000.01, 1e9].map(at)).toEqual([0.05, 0.05]);
  });

  it('takes a table of one point for all pT', () => {
    const table = { pt: [100], resolution: [0.2] };
    expect([1, 100, 1e4].map((pt) => relativeResolution(table, pt))).toEqual([0.2, 0.2, 0.2]);
  });
});
