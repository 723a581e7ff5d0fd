import { add, maximum, minimum, mul, sqrt, square, sub } from '@tensorflow/tfjs-core';
import type { Tensor1D } from '@tensorflow/tfjs-core';
import type { Momenta } from './momenta.ts';

/** Below this m², in units of scale², the square root is continued by its tangent. */
export const MASS_SQUARED_FLOOR = 1e-6;

/**
 * Invariant mass with a gradient that is finite everywhere.
 *
 *     m = √s                          s = E² − px² − py² − pz² ≥ s₀ = 10⁻⁶
 *     m = (s + s₀) / (2 √s₀)          s < s₀, the tangent at s₀
 *
 * In float32 a light particle's s comes out negative by rounding (about 10⁻⁷ E²), where √s is NaN
 * and would make every weight NaN. The tangent keeps value and slope continuous, the slope below
 * 1/(2 √s₀) = 500, and still pulls such an event back. s₀ is (1 GeV)² at a scale of 1000 GeV.
 *
 * @param p Four-momenta: n events, units of the scale.
 * @returns Masses: n events, units of the scale; negative for clearly spacelike momenta.
 */
export function guardedMass(p: Momenta<Tensor1D>): Tensor1D {
  const transverse = add(square(p.px), square(p.py));
  const s = sub(square(p.e), add(transverse, square(p.pz)));
  const root = sqrt(maximum(s, MASS_SQUARED_FLOOR));
  const below = minimum(sub(s, MASS_SQUARED_FLOOR), 0);
  return add(root, mul(below, 0.5 / Math.sqrt(MASS_SQUARED_FLOOR)));
}
