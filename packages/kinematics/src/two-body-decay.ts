import { boost } from './boost.ts';
import { decayMomentum } from './decay-momentum.ts';
import { energy } from './energy.ts';

/**
 * Four-momenta of the two daughters of a decay M → m1 m2, in the frame where the parent has
 * momentum P.
 *
 *     p1* = p* (sinθ cosφ, sinθ sinφ, cosθ) = −p2*,   both boosted by P
 *
 * θ and φ are those of daughter 1 in the parent's rest frame, about the axes x, y, z of the frame
 * of P. Flat decays have cosθ uniform on [−1, 1] and φ uniform on [0, 2π).
 *
 * @param M Mass of the parent, GeV, positive.
 * @param Px Momentum of the parent along x, GeV; likewise `Py`, `Pz`.
 * @param m1 Mass of daughter 1, GeV.
 * @param m2 Mass of daughter 2, GeV.
 * @param cosTheta cosθ, from −1 to 1.
 * @param phi φ, radians.
 * @param out Receives E1, p1x, p1y, p1z, E2, p2x, p2y, p2z from index `at` on, GeV; eight NaN below
 *  threshold.
 * @param at First index to write.
 */
export function twoBodyDecay(
  M: number,
  Px: number,
  Py: number,
  Pz: number,
  m1: number,
  m2: number,
  cosTheta: number,
  phi: number,
  out: Float64Array,
  at = 0
): void {
  const sinTheta = Math.sqrt((1 - cosTheta) * (1 + cosTheta));
  const nx = sinTheta * Math.cos(phi);
  const ny = sinTheta * Math.sin(phi);
  twoBodyDecayAlong(M, Px, Py, Pz, m1, m2, nx, ny, cosTheta, out, at);
}

/**
 * As `twoBodyDecay`, with the direction of daughter 1 given as a unit vector.
 *
 *     p1* = p* n = −p2*,   both boosted by P
 *
 * @param M Mass of the parent, GeV, positive.
 * @param Px Momentum of the parent along x, GeV; likewise `Py`, `Pz`.
 * @param m1 Mass of daughter 1, GeV.
 * @param m2 Mass of daughter 2, GeV.
 * @param nx Component along x of the direction of daughter 1 in the parent's rest frame; likewise
 *  `ny`, `nz`. See `directionAbout` for angles to an axis other than z.
 * @param out Receives E1, p1x, p1y, p1z, E2, p2x, p2y, p2z from index `at` on, GeV; eight NaN below
 *  threshold.
 * @param at First index to write.
 */
export function twoBodyDecayAlong(
  M: number,
  Px: number,
  Py: number,
  Pz: number,
  m1: number,
  m2: number,
  nx: number,
  ny: number,
  nz: number,
  out: Float64Array,
  at = 0
): void {
  const p = decayMomentum(M, m1, m2);
  const px = p * nx;
  const py = p * ny;
  const pz = p * nz;
  boost(energy(m1, px, py, pz), px, py, pz, M, Px, Py, Pz, out, at);
  boost(energy(m2, px, py, pz), -px, -py, -pz, M, Px, Py, Pz, out, at + 4);
}
