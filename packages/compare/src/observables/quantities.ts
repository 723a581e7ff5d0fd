import { mass } from '@deelema/kinematics';
import { dot, triple, type Vector } from './vectors.ts';

const DEGREES = 180 / Math.PI;

/** Signed invariant mass, GeV. */
export function invariantMass(p: Vector): number {
  return mass(p[0], p[1], p[2], p[3]);
}

/** Transverse momentum, GeV. */
export function transverseMomentum(p: Vector): number {
  return Math.sqrt(p[1] * p[1] + p[2] * p[2]);
}

/**
 * Rapidity.
 *
 *     y = asinh(pz / m_T),   m_T² = m² + pT²
 *
 * The same as ½ ln[(E + pz)/(E − pz)], with all digits for particles close to the beam. A spacelike momentum counts
 * as massless; ±∞ for a massless one along the beam.
 */
export function rapidity(p: Vector): number {
  const m = Math.max(invariantMass(p), 0);
  return Math.asinh(p[3] / Math.sqrt(m * m + p[1] * p[1] + p[2] * p[2]));
}

/** Angle between two transverse momenta, from 0 to 180 degrees. */
export function transverseAngle(p: Vector, q: Vector): number {
  const cross = p[1] * q[2] - p[2] * q[1];
  return Math.abs(Math.atan2(cross, p[1] * q[1] + p[2] * q[2])) * DEGREES;
}

/**
 * Angle about an axis from the half-plane of one direction to that of another, from −180 to 180 degrees.
 *
 *     φ = atan2(n·(u × v), u·v − (n·u)(n·v))
 *
 * @param n The axis, a unit vector.
 * @param u Where φ = 0, a unit vector.
 * @param v What is looked at, a unit vector.
 */
export function azimuth(n: Vector, u: Vector, v: Vector): number {
  return Math.atan2(triple(n, u, v), dot(u, v) - dot(n, u) * dot(n, v)) * DEGREES;
}
