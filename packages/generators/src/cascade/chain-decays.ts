import { twoBodyDecayAlong, type FourMomenta } from '@deelema/kinematics';
import type { RandomStream } from '@deelema/random';
import { isotropic } from '../decay/isotropic.ts';

/**
 * Lets n particles decay in successive steps, each into one massless particle and the next parent,
 * isotropic in the frame of its parent.
 *
 *     M_j → v_j M_{j+1},   p* = (M_j² − M_{j+1}²)/(2 M_j)
 *
 * @param random Where the directions come from.
 * @param masses M₀ of the first parent, M₁, …, M_k of what is left in the end: arrays of n events, GeV,
 *  none above the one before it.
 * @param visibles Receive v₀, …, v_{k−1} in the frame of the first parent: n events each, GeV.
 * @param last Receives what is left in the end, likewise.
 */
export function chainDecays(
  random: RandomStream,
  masses: readonly Float64Array[],
  visibles: readonly FourMomenta[],
  last: FourMomenta
): void {
  const direction = new Float64Array(3);
  // E and p of the visible particle, then of the next parent.
  const daughters = new Float64Array(8);
  for (let i = 0; i < last.e.length; ++i) {
    daughters.fill(0, 4);
    for (let j = 0; j < visibles.length; ++j) {
      isotropic(random, direction, 0);
      const [x, y, z] = direction;
      const [, , , , , Px, Py, Pz] = daughters;
      twoBodyDecayAlong(masses[j][i], Px, Py, Pz, 0, masses[j + 1][i], x, y, z, daughters);
      setEvent(visibles[j], i, daughters, 0);
    }
    setEvent(last, i, daughters, 4);
  }
}

function setEvent({ e, px, py, pz }: FourMomenta, i: number, from: Float64Array, at: number): void {
  e[i] = from[at];
  px[i] = from[at + 1];
  py[i] = from[at + 2];
  pz[i] = from[at + 3];
}
