import { decayMomentum } from '@deelema/kinematics';
import type { Pairs } from '@deelema/pair-production';
import type { RandomStream } from '@deelema/random';
import { azimuth } from './azimuth.ts';

/**
 * How n pairs A₁A₂ move, for the boosts of their decays to the laboratory.
 *
 * In the rest frame of the pair A₁ flies along k̂ = (sinΘ cosΦ, sinΘ sinΦ, cosΘ), A₂ against it. The
 * other two axes are r̂ = (ẑ − cosΘ k̂)/sinΘ in the plane of beam and A₁, and n̂ = r̂ × k̂ across it. The
 * laboratory is reached by the transverse recoil, if there is one, and then along the beam.
 */
export interface PairFrames {
  /** Momentum p* of A₁ and A₂ in the rest frame of the pair: n events, GeV. */
  readonly momentum: Float64Array;
  readonly cosTheta: Float64Array;
  readonly sinTheta: Float64Array;
  readonly cosPhi: Float64Array;
  readonly sinPhi: Float64Array;
  /** Hyperbolic functions of the pair's rapidity. */
  readonly coshY: Float64Array;
  readonly sinhY: Float64Array;
  /** Transverse momentum of the pair over its mass, along x and y; undefined for none. */
  readonly recoil: { readonly x: Float64Array; readonly y: Float64Array } | undefined;
}

/**
 * The frames of n pairs, turned evenly about the beam.
 *
 * @param random Where the azimuths come from.
 * @param pairs The pairs.
 * @param drawRecoil Draws the transverse momentum of a pair, GeV: at unchanged mass and rapidity, in
 *  any direction. No recoil if omitted.
 */
export function pairFrames(
  random: RandomStream,
  { mass, rapidity, cosTheta, masses }: Pairs,
  drawRecoil?: (random: RandomStream) => number
): PairFrames {
  const n = mass.length;
  const [momentum, sinTheta, cosPhi, sinPhi, coshY, sinhY] = Array.from(
    { length: 6 },
    () => new Float64Array(n)
  );
  for (let i = 0; i < n; ++i) {
    momentum[i] = decayMomentum(mass[i], masses[0][i], masses[1][i]);
    sinTheta[i] = Math.sqrt((1 - cosTheta[i]) * (1 + cosTheta[i]));
    azimuth(random, cosPhi, sinPhi, i);
    const growth = Math.exp(rapidity[i]);
    coshY[i] = 0.5 * (growth + 1 / growth);
    sinhY[i] = 0.5 * (growth - 1 / growth);
  }
  const recoil = drawRecoil && recoils(random, mass, drawRecoil);
  return { momentum, cosTheta, sinTheta, cosPhi, sinPhi, coshY, sinhY, recoil };
}

function recoils(
  random: RandomStream,
  mass: Float64Array,
  draw: (random: RandomStream) => number
): PairFrames['recoil'] {
  const [x, y] = [new Float64Array(mass.length), new Float64Array(mass.length)];
  for (let i = 0; i < mass.length; ++i) {
    const share = draw(random) / mass[i];
    azimuth(random, x, y, i);
    x[i] *= share;
    y[i] *= share;
  }
  return { x, y };
}
