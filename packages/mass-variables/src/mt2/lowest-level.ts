import { bisection } from './bisection.ts';
import type { Probe } from './probe.ts';

/** Steps of Newton's method, six of which are the rule; the later ones leave the angle to halving. */
const NEWTON_STEPS = 40;
const ANGLE_STEPS = 20;
/** Steps down to a lower bound, and the largest factor between two of them. */
const DESCENTS = 12;
const STEP_DOWN = 16;
/** Largest gap between lower and upper bound that is put down to rounding, relative to M₀² + 2X. */
const ACCEPTED_GAP = 1e-14;

/**
 * The lowest level at which two branches can share the missing transverse momentum.
 *
 *     X* = max over n of X(n),   h(n, X(n)) = 0,   X = (M² − M₀²)/2
 *
 * Newton's method on h = 0 and ∂h/∂angle = 0 together. h is concave in X: a Newton step in X never
 * passes X(n) ≤ X*, so the level is a lower bound at all times. The momenta found at last give an
 * upper bound; where the two do not meet, because the direction would have to be known to less than
 * its rounding, X* is bisected.
 *
 * @param probe Aimed at a first direction.
 * @param highest An upper bound on X*.
 * @returns X*, to the rounding of M₀² + 2X*; 0 if the bound is not positive.
 */
export function lowestLevel(probe: Probe, highest: number): number {
  probe.X = highest;
  if (!descend(probe)) return bisection(probe, 0, highest);
  for (let step = 0; step < NEWTON_STEPS && improve(probe, step < ANGLE_STEPS); ++step);
  if (meets(probe)) return probe.X;
  // The lower bound depends on the angle to second, the upper to first order: it needs a step more.
  improve(probe, true);
  return meets(probe) ? probe.X : bisection(probe, probe.X, highest);
}

/** Lowers X until it is at most X(n), but for rounding; false if that is far below. */
function descend(probe: Probe): boolean {
  for (let step = 0; step < DESCENTS; ++step) {
    probe.evaluate();
    const { overlap, overlapRate } = probe.separation;
    if (!(overlap < Infinity)) return false;
    if (overlap <= probe.rounding(STEP_DOWN)) return true;
    const root = probe.X - overlap / overlapRate;
    // A bound; but a long step leaves the rounding of the old X in it, and is to be looked at again.
    const short = root > probe.X / STEP_DOWN;
    probe.X = root > 0 ? root : descent(probe.X, overlap / overlapRate);
    if (short) return true;
  }
  return false;
}

/** Close to the threshold h is linear in √X: the same step in √X comes from above, to no bound yet. */
function descent(X: number, step: number): number {
  const factor = Math.max(0, 1 - step / (2 * X));
  return X * Math.max(1 / STEP_DOWN, factor * factor);
}

/** One step in level and angle; false once nothing is left to gain. */
function improve(probe: Probe, byAngle: boolean): boolean {
  probe.evaluate();
  const { overlap: measured, overlapRate, stiffness, turnRate } = probe.separation;
  // A massless branch has no farthest point on the very edge of its arc.
  if (!(measured < Infinity)) return probe.halve();
  const rounding = probe.rounding(STEP_DOWN);
  // X is a lower bound, so an overlap below rounding is none.
  const overlap = measured > rounding ? measured : Math.min(0, measured);
  probe.cut(overlap);
  const rise = Math.max(0, -overlap / overlapRate);
  const turn = probe.separation.turn + rise * turnRate;
  probe.X += rise;
  if (!byAngle) return -overlap > rounding || probe.halve();
  const inside = probe.turnBy(-turn / stiffness);
  const gain = (turn * turn) / (2 * stiffness) - overlap;
  if (gain <= rounding && overlap <= 0) return false;
  return inside || probe.halve();
}

/** Whether lower and upper bound are the same but for rounding. */
function meets(probe: Probe): boolean {
  probe.evaluate();
  const { branch1, branch2, noise } = probe.separation;
  const gap = probe.separation.upperBound() - probe.X;
  const rounding = noise * (branch1.size + branch2.size);
  return gap <= ACCEPTED_GAP * (probe.thresholdSquared + 2 * probe.X) + rounding;
}
