import type { MassAxes } from './solvability-map.ts';

/** Where a map of fractions is highest along M_B, at every M_A. */
export interface Crests {
  /** Number of the first M_A whose crest lies within the axis, and of the one after the last. */
  readonly first: number;
  readonly end: number;
  /** Height and M_B of the crests: entries outside first … end − 1 mean nothing. */
  readonly height: Float64Array;
  readonly mB: Float64Array;
}

/** Points on either side of the highest that its parabola is fitted to. */
const REACH = 2;

/**
 * Finds the crest of a map: the vertex of a parabola through the five points about the highest one.
 *
 * @param axes Even steps in M_B.
 * @param fractions Of (mA[i], mB[j]) at `j * mA.length + i`.
 * @returns The longest run of M_A with a crest inside the axis.
 */
export function crests({ mA, mB }: MassAxes, fractions: Float64Array): Crests {
  const height = new Float64Array(mA.length).fill(NaN);
  const at = new Float64Array(mA.length);
  for (let i = 0; i < mA.length; ++i) {
    let top = 0;
    for (let j = 1; j < mB.length; ++j) {
      if (fractions[j * mA.length + i] > fractions[top * mA.length + i]) top = j;
    }
    if (top < REACH || top + REACH >= mB.length) continue;
    const f = (step: number): number => fractions[(top + step) * mA.length + i];
    const slope = (2 * (f(2) - f(-2)) + f(1) - f(-1)) / 10;
    const bend = (2 * (f(2) + f(-2)) - f(1) - f(-1) - 2 * f(0)) / 14;
    const mean = (f(-2) + f(-1) + f(0) + f(1) + f(2)) / 5;
    // A top as flat as a plateau has no vertex.
    const vertex = bend < 0 ? Math.max(-REACH, Math.min(REACH, -slope / (2 * bend))) : 0;
    height[i] = mean - 2 * bend + vertex * (slope + vertex * bend);
    at[i] = mB[top] + vertex * (mB[1] - mB[0]);
  }
  return { ...longestRun(height), height, mB: at };
}

function longestRun(height: Float64Array): { first: number; end: number } {
  let best = { first: 0, end: 0 };
  let first = 0;
  for (let i = 0; i <= height.length; ++i) {
    if (i < height.length && height[i] > 0) continue;
    if (i - first > best.end - best.first) best = { first, end: i };
    first = i + 1;
  }
  return best;
}
