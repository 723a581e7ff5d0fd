import { mt2Columns, type AntlerEvents, type Subsystem } from '@deelema/mass-variables';
import type { Edge } from './solvability-edge.ts';
import type { MassAxes } from './solvability-map.ts';

/** Ranges of trial masses, GeV. */
export interface MassWindow {
  readonly mA: readonly [number, number];
  readonly mB: readonly [number, number];
}

/** Share of the events below the M_T2 that says where to look. */
const SHARE = 0.8;

/** Ends of the window in units of that M_T2 − m_C, for M_A and M_B: M_T2 (b) ends further below m_B. */
const REACH_A = [0.35, 1.9] as const;
const REACH_B = [0.35, 3] as const;

/** Half-widths of a closer window: in σ of the edge, at least a fifth of the last one. */
const SIGMAS = 3;
const CLOSER = 0.2;

/**
 * Where to look first: about the upper part of M_T2, of (ab) for M_A and of (b) for M_B.
 *
 * @param events The measured momenta: n events, GeV.
 * @param mC Masses of C₁ and C₂, GeV; M_T2 is taken at their mean.
 * @returns The window; NaN without events.
 */
export function firstWindow(events: AntlerEvents, mC: readonly [number, number]): MassWindow {
  const mean = (mC[0] + mC[1]) / 2;
  const range = (
    subsystem: Subsystem,
    [low, high]: readonly [number, number]
  ): [number, number] => {
    const values = mt2Columns(subsystem, events, mean)
      .filter((value) => value < Infinity)
      .sort();
    const above = values[Math.floor(SHARE * values.length)] - mean;
    return [mean + low * above, mean + high * above];
  };
  return { mA: range('ab', REACH_A), mB: range('b', REACH_B) };
}

/**
 * A closer look at an edge.
 *
 * @param edge The edge as it is known.
 * @param window Where it was found.
 * @returns A window about it, as wide as the edge demands.
 */
export function closerWindow(edge: Edge, { mA }: MassWindow): MassWindow {
  const last = 0.5 * (mA[1] - mA[0]);
  const halfA = Math.min(last, Math.max(SIGMAS * edge.sigma, CLOSER * last));
  const halfB = halfA * Math.min(Math.max(1.5 * edge.slope, 0.3), 1.5);
  return {
    mA: [edge.mA - halfA, edge.mA + halfA],
    mB: [Math.max(edge.mB - halfB, 0.1 * edge.mB), edge.mB + halfB],
  };
}

/** Even steps over a window. */
export function axesOver({ mA, mB }: MassWindow, points: number): MassAxes {
  const even = ([low, high]: readonly [number, number]): Float64Array =>
    Float64Array.from({ length: points }, (_, k) => low + (k / (points - 1)) * (high - low));
  return { mA: even(mA), mB: even(mB) };
}
