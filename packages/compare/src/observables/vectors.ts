import { boost, mass } from '@deelema/kinematics';

/** A four-momentum as E, px, py, pz, GeV; or a direction of flight, whose entry 0 is of no interest. */
export type Vector = Float64Array;

/** @returns Room for a vector. */
export function vector(): Vector {
  return new Float64Array(4);
}

/** The sum of two four-momenta, GeV. */
export function add(p: Vector, q: Vector, out: Vector): void {
  for (let k = 0; k < 4; ++k) out[k] = p[k] + q[k];
}

/** A four-momentum as seen from the rest frame of a massive one, by a boost without rotation. */
export function toRestOf(frame: Vector, p: Vector, out: Vector): void {
  const m = mass(frame[0], frame[1], frame[2], frame[3]);
  boost(p[0], p[1], p[2], p[3], m, -frame[1], -frame[2], -frame[3], out);
}

/** Turns a four-momentum into its direction of flight; NaN if it is at rest. */
export function normalise(p: Vector): void {
  const length = Math.sqrt(dot(p, p));
  for (let k = 1; k < 4; ++k) p[k] /= length;
}

/** Scalar product of the three space components. */
export function dot(p: Vector, q: Vector): number {
  return p[1] * q[1] + p[2] * q[2] + p[3] * q[3];
}

/** Triple product p · (q × r) of the space components. */
export function triple(p: Vector, q: Vector, r: Vector): number {
  return (
    p[1] * (q[2] * r[3] - q[3] * r[2]) +
    p[2] * (q[3] * r[1] - q[1] * r[3]) +
    p[3] * (q[1] * r[2] - q[2] * r[1])
  );
}
