import type { RandomStream } from '@deelema/random';
import { bootstrapErrors } from './bootstrap.ts';
import { massErrors, type MassErrors } from './covariance.ts';
import type { Maximum } from './maximum.ts';
import { derivatives, TERMS } from './polynomial.ts';
import type { Region, Surface } from './surface.ts';

/**
 * Errors from the curvature at the maximum.
 *
 *     (−∂² ln L)⁻¹
 *
 * @param surface The surface.
 * @param maximum Its maximum.
 * @returns Errors, GeV.
 */
export function curvatureErrors({ region }: Surface, { x, y, cubic }: Maximum): MassErrors {
  const { xx, xy, yy } = derivatives(cubic, x, y);
  const det = xx * yy - xy * xy;
  return inGeV(massErrors({ aa: -yy / det, ab: xy / det, bb: -xx / det }), region);
}

/**
 * Errors from samples drawn with replacement. Every event has draws of its own, so that their scatter is
 * part of that of the events.
 *
 * @param surface The surface.
 * @param maximum Its maximum.
 * @param weights Of the events: n numbers.
 * @param random Where the draws come from.
 * @returns Errors, GeV.
 */
export function resampledErrors(
  surface: Surface,
  maximum: Maximum,
  weights: Float64Array,
  random: RandomStream
): MassErrors {
  const { x, y, cubic } = maximum;
  const slopes = eventSlopes(surface, maximum, weights.length);
  const curvature = derivatives(cubic, x, y);
  return inGeV(bootstrapErrors(curvature, ...slopes, weights, random), surface.region);
}

function inGeV({ mA, mB, correlation }: MassErrors, { halfA, halfB }: Region): MassErrors {
  return { mA: mA * halfA, mB: mB * halfB, correlation };
}

/** Slopes are linear in the values at the points: one row of weights for each of the two. */
function eventSlopes(
  { terms }: Surface,
  { x, y, fit }: Maximum,
  n: number
): [Float64Array, Float64Array] {
  const points = terms.length / n;
  const slopeX = new Float64Array(n);
  const slopeY = new Float64Array(n);
  const c = new Float64Array(TERMS);
  for (let j = 0; j < points; ++j) {
    fit.forEach((row, k) => (c[k] = row[j]));
    const d = derivatives(c, x, y);
    for (let i = 0; i < n; ++i) {
      slopeX[i] += d.x * terms[i * points + j];
      slopeY[i] += d.y * terms[i * points + j];
    }
  }
  return [slopeX, slopeY];
}
