import { describe, expect, it } from 'vitest';
import { maximise } from '../../src/spectrum/maximise.ts';

/** A line on [0, 1] by its values at both ends, seen at some places. */
function lineSeenAt(places: readonly number[], weights: readonly number[]) {
  return {
    terms: 2,
    areas: Float64Array.of(0.5, 0.5),
    values: Float64Array.from(places.flatMap((x) => [1 - x, x])),
    weights: Float64Array.from(weights),
    places: places.length,
  };
}

describe('maximise', () => {
  it('finds the flat line of a symmetric set: as many events as there are', () => {
    const u = new Float64Array(2).fill(1);
    const reached = maximise(lineSeenAt([0.25, 0.75], [3, 3]), u);
    // By symmetry both ends are equal, and Σ w = ∫ f = 6: ln L = 6 ln 6 − 6.
    expect(u[0]).toBeCloseTo(6, 4);
    expect(u[1]).toBeCloseTo(6, 4);
    expect(reached).toBeCloseTo(6 * Math.log(6) - 6, 10);
  });

  it('finds the slope of two places of unequal content', () => {
    const u = new Float64Array(2).fill(1);
    maximise(lineSeenAt([0.25, 0.75], [4, 2]), u);
    // The gradient vanishes where f = u (1 − x) + v x passes 2w at each place: 8 and 4.
    expect(0.75 * u[0] + 0.25 * u[1]).toBeCloseTo(8, 4);
    expect(0.25 * u[0] + 0.75 * u[1]).toBeCloseTo(4, 4);
  });

  it('stops at the wall where a coefficient would be negative', () => {
    const u = new Float64Array(2).fill(1);
    maximise(lineSeenAt([0.1, 0.2], [5, 5]), u);
    // Only the falling line: its integral is the content, u/2 = 10.
    expect(u[1]).toBe(0);
    expect(u[0]).toBeCloseTo(20, 4);
  });

  it('has its gradient on the walls or at zero with weights of both signs', () => {
    const u = new Float64Array(2).fill(1);
    const density = lineSeenAt([0.1, 0.4, 0.6, 0.9], [5, -1, 3, 2]);
    const reached = maximise(density, u);
    for (const [du, dv] of [
      [1e-3, 0],
      [-1e-3, 0],
      [0, 1e-3],
      [0, -1e-3],
    ]) {
      const near = [u[0] + du, u[1] + dv];
      const value = [0.1, 0.4, 0.6, 0.9].reduce(
        (sum, x, i) => {
          return sum + density.weights[i] * Math.log(near[0] * (1 - x) + near[1] * x);
        },
        -(near[0] + near[1]) / 2
      );
      expect(value).toBeLessThanOrEqual(reached + 1e-7);
    }
  });

  it('gives nothing for no content', () => {
    const u = new Float64Array(2).fill(1);
    expect(maximise(lineSeenAt([0.5], [-2]), u)).toBe(0);
    expect([...u]).toEqual([0, 0]);
  });
});
