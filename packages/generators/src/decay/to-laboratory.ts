import type { FourMomenta } from '@deelema/kinematics';
import type { PairFrames } from './pair-frames.ts';

/**
 * Takes n particles of one kind from the frame of their pair to the laboratory, in place.
 *
 * Turned from n̂, r̂, k̂ to x, y, z, boosted by the recoil, if there is one, then along the beam. Energies
 * are taken from momentum and mass at the end, so that a massless particle stays massless.
 *
 * @param frames How the pairs move.
 * @param m Mass of the particle, GeV.
 * @param p Its momenta along n̂, r̂, k̂: n events, GeV; overwritten.
 */
export function toLaboratory(frames: PairFrames, m: number, p: FourMomenta): void {
  turn(frames, p);
  if (frames.recoil) boostAcross(frames.recoil, p);
  const { coshY, sinhY } = frames;
  const { e, px, py, pz } = p;
  for (let i = 0; i < e.length; ++i) {
    const z = coshY[i] * pz[i] + sinhY[i] * e[i];
    pz[i] = z;
    e[i] = Math.sqrt(m * m + px[i] * px[i] + py[i] * py[i] + z * z);
  }
}

/** n̂ = (−sinΦ, cosΦ, 0),   r̂ = (−cosΘ cosΦ, −cosΘ sinΦ, sinΘ). */
function turn(
  { cosTheta, sinTheta, cosPhi, sinPhi }: PairFrames,
  { px, py, pz }: FourMomenta
): void {
  for (let i = 0; i < px.length; ++i) {
    const n = px[i];
    const r = py[i];
    const k = pz[i];
    const outward = k * sinTheta[i] - r * cosTheta[i];
    px[i] = outward * cosPhi[i] - n * sinPhi[i];
    py[i] = outward * sinPhi[i] + n * cosPhi[i];
    pz[i] = k * cosTheta[i] + r * sinTheta[i];
  }
}

/** The boost that gives a pair at rest the transverse momentum (x, y), in units of its mass. */
function boostAcross(
  { x, y }: NonNullable<PairFrames['recoil']>,
  { e, px, py }: FourMomenta
): void {
  for (let i = 0; i < e.length; ++i) {
    const gamma = Math.sqrt(1 + x[i] * x[i] + y[i] * y[i]);
    const along = x[i] * px[i] + y[i] * py[i];
    const factor = e[i] + along / (gamma + 1);
    e[i] = gamma * e[i] + along;
    px[i] += x[i] * factor;
    py[i] += y[i] * factor;
  }
}
