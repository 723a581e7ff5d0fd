import { describe, expect, it } from 'vitest';
import { Correlation } from '../../src/statistics/correlation.ts';
import { normalNumbers, uniformNumbers } from '../support/uniform.ts';

type Triple = readonly [x: number, y: number, w?: number];

function correlationOf(pairs: readonly Triple[]): Correlation {
  const correlation = new Correlation();
  for (const [x, y, w = 1] of pairs) correlation.add(x, y, w);
  return correlation;
}

describe('Correlation', () => {
  it('is ±1 on a line, whatever its slope and offset', () => {
    const rising = [1, 2, 5, -3].map((x): Triple => [x, 1e6 + 0.25 * x]);
    const falling = [1, 2, 5, -3].map((x): Triple => [x, 7 - 3 * x]);
    // The offset 1e6 costs about ten digits of the squares at most.
    expect(correlationOf(rising).coefficient()).toBeCloseTo(1, 10);
    expect(correlationOf(falling).coefficient()).toBeCloseTo(-1, 14);
  });

  it('is 0 for a symmetric set and 1/2 for a hand-computed one', () => {
    const square: Triple[] = [[-1, -1], [-1, 1], [1, -1], [1, 1]]; // prettier-ignore
    expect(correlationOf(square).coefficient()).toBe(0);
    // By hand: deviations (−1, 0, 1) and (−1, 1, 0): cov 1/3, both variances 2/3.
    const triple: Triple[] = [[1, 1], [2, 3], [3, 2]]; // prettier-ignore
    expect(correlationOf(triple).coefficient()).toBeCloseTo(0.5, 14);
  });

  it('counts an integer weight as so many pairs, and a negative one against them', () => {
    const repeated: Triple[] = [[1, 1], [2, 3], [2, 3], [3, 2]]; // prettier-ignore
    const weighted: Triple[] = [[1, 1], [2, 3, 2], [3, 2]]; // prettier-ignore
    const cancelled: Triple[] = [...repeated, [9, -9], [9, -9, -1]];
    const expected = correlationOf(repeated).coefficient();
    expect(correlationOf(weighted).coefficient()).toBeCloseTo(expected, 14);
    expect(correlationOf(cancelled).coefficient()).toBeCloseTo(expected, 12);
  });

  it('finds ρ of correlated normal numbers', () => {
    const normal = normalNumbers(uniformNumbers(5));
    const [n, rho] = [20_000, 0.8];
    const pairs = Array.from({ length: n }, (): Triple => {
      const [u, v] = [normal(), normal()];
      return [u, rho * u + Math.sqrt(1 - rho * rho) * v];
    });
    // The standard error of r is (1 − ρ²)/√n; four of them, with a fixed seed.
    const allowed = (4 * (1 - rho * rho)) / Math.sqrt(n);
    expect(Math.abs(correlationOf(pairs).coefficient() - rho)).toBeLessThan(allowed);
  });

  it('is undefined where a variable does not vary, and counts what is not finite', () => {
    const flat = correlationOf([[1, 5], [2, 5], [NaN, 1], [1, Infinity]]); // prettier-ignore
    expect(flat.coefficient()).toBeNaN();
    expect([flat.events, flat.nonFinite]).toEqual([2, 2]);
    expect(correlationOf([]).coefficient()).toBeNaN();
  });
});
