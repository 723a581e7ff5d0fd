import { describe, expect, it } from 'vitest';
import { latticePoint, MOST_UNKNOWNS } from '../../src/likelihood/draws.ts';

function points(n: number, shift: number): Float64Array[] {
  const shifts = new Float64Array(MOST_UNKNOWNS).fill(shift);
  return Array.from({ length: n }, (_, k) => {
    const point = new Float64Array(MOST_UNKNOWNS);
    latticePoint(k, n, shifts, 0, point);
    return point;
  });
}

describe('latticePoint', () => {
  it('has one point in each of n even parts of every dimension', () => {
    for (const n of [8, 128]) {
      const all = points(n, 0.5 / n);
      for (let j = 0; j < MOST_UNKNOWNS; ++j) {
        const parts = all.map((point) => Math.floor(point[j] * n)).sort((a, b) => a - b);
        // The generators are odd: multiples of them run through all remainders of a power of 2.
        expect(parts).toEqual(Array.from({ length: n }, (_, k) => k));
      }
    }
  });

  it('integrates a product of cosines, but for those that no lattice of this size can tell from 1', () => {
    // Σ_k Π_j (1 + cos 2π x_j) over a sum of 1 and waves; the lattice sees a wave h if h·z = 0 mod n.
    const waves = points(1024, 0.3).map((point) =>
      point.reduce((product, x) => product * (1 + 0.3 * Math.cos(2 * Math.PI * x)), 1)
    );
    const mean = waves.reduce((sum, value) => sum + value, 0) / waves.length;
    // Independent points would be off by 0.65/√1024 = 0.02.
    expect(Math.abs(mean - 1)).toBeLessThan(5e-3);
  });

  it('stays below 1', () => {
    const largest = Math.max(...points(64, 0.999999).map((point) => Math.max(...point)));
    expect(largest).toBeLessThan(1);
  });
});
