import {
  boost,
  directionAbout,
  energy,
  twoBodyDecay,
  twoBodyDecayAlong,
} from '@deelema/kinematics';
import type { RandomStream } from '@deelema/random';

/** Masses of the particles that end the chain A → a B → a b C, GeV. */
export interface StableMasses {
  readonly a: number;
  readonly b: number;
  readonly C: number;
}

export const TWO_PI = 2 * Math.PI;

// Rewritten by every call: an allocation per event would cost more than the decay.
const first = new Float64Array(8);
const direction = new Float64Array(3);
const second = new Float64Array(8);

/**
 * Lets one particle A decay, A → a B and then B → b C.
 *
 * Both decays are worked out in the frame of A, whose axes are those of the laboratory, and boosted
 * with A. B is isotropic in the frame of A; the azimuth of b about the direction of B is flat.
 * Energies are taken from momentum and mass at the end, so that a massless particle stays massless.
 *
 * @param random Where the flat angles come from: three draws.
 * @param mA Mass of A, GeV.
 * @param mB Mass of B, GeV.
 * @param stable Masses of a, b and C, GeV; mA > mB + a and mB > b + C.
 * @param cosB Cosine of the angle of b to the direction of B, in the frame of B.
 * @param parent Holds px, py, pz of A in the laboratory from index `at` on, GeV.
 * @param at First index to read.
 * @param out Receives E, px, py, pz of a, then b, then C, in the laboratory, GeV.
 */
export function decayChain(
  random: RandomStream,
  mA: number,
  mB: number,
  stable: StableMasses,
  cosB: number,
  parent: Float64Array,
  at: number,
  out: Float64Array
): void {
  const cosA = 2 * random.uniform() - 1;
  twoBodyDecay(mA, 0, 0, 0, mB, stable.a, cosA, TWO_PI * random.uniform(), first);
  const Bx = first[1];
  const By = first[2];
  const Bz = first[3];
  directionAbout(Bx, By, Bz, cosB, TWO_PI * random.uniform(), direction);
  const [nx, ny, nz] = [direction[0], direction[1], direction[2]];
  twoBodyDecayAlong(mB, Bx, By, Bz, stable.b, stable.C, nx, ny, nz, second);
  fromFrameOf(mA, parent, at, stable.a, first, 4, out, 0);
  fromFrameOf(mA, parent, at, stable.b, second, 0, out, 4);
  fromFrameOf(mA, parent, at, stable.C, second, 4, out, 8);
}

/** Boosts the particle of mass m at `from` out of the rest frame of a parent of mass M. */
function fromFrameOf(
  M: number,
  parent: Float64Array,
  at: number,
  m: number,
  p: Float64Array,
  from: number,
  out: Float64Array,
  to: number
): void {
  const Px = parent[at];
  const Py = parent[at + 1];
  const Pz = parent[at + 2];
  boost(p[from], p[from + 1], p[from + 2], p[from + 3], M, Px, Py, Pz, out, to);
  out[to] = energy(m, out[to + 1], out[to + 2], out[to + 3]);
}
