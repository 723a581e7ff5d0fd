import type { TrialGrid } from './trial-grid.ts';

/** Where the log-likelihood is looked at: a rectangle of trial masses. */
export interface Region {
  /** Its centre, GeV. */
  readonly mA: number;
  readonly mB: number;
  /** Half of its sides, GeV. */
  readonly halfA: number;
  readonly halfB: number;
}

/** Log-likelihood of the events on a grid of trial masses. */
export interface Surface {
  readonly region: Region;
  readonly grid: TrialGrid;
  /** Of each event at each point, m_B running fastest: n m numbers. */
  readonly terms: Float64Array;
  /** Of all events at each point: m numbers. */
  readonly total: Float64Array;
  /** Events without a solution at any point. */
  readonly unsolvable: number;
}

/** Even steps from one side of a region to the other, each in the middle of its own part. */
export function steps(centre: number, half: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, k) => centre + half * ((2 * k + 1) / count - 1));
}

/** m_A and m_B of every point of a surface, in units of its region: n numbers each. */
export function coordinates({ region, grid }: Surface): {
  readonly x: Float64Array;
  readonly y: Float64Array;
} {
  const x = new Float64Array(grid.factors.length);
  const y = new Float64Array(grid.factors.length);
  x.forEach((_, k) => {
    x[k] = (grid.mA[Math.floor(k / grid.mB.length)] - region.mA) / region.halfA;
    y[k] = (grid.mB[k % grid.mB.length] - region.mB) / region.halfB;
  });
  return { x, y };
}

/** Number of the highest point. */
export function highest(values: Float64Array): number {
  let best = 0;
  values.forEach((value, k) => {
    if (value > values[best]) best = k;
  });
  return best;
}
