import type { FourMomenta } from '@deelema/kinematics';

/**
 * Boosts one event of a particle along the third axis, in place.
 *
 *     E' = γ E + γβ p_z,   p_z' = γ p_z + γβ E
 *
 * @param momenta The particle: n events, GeV.
 * @param i Which event.
 * @param gamma γ.
 * @param gammaBeta γβ.
 */
export function boostAlong(
  { e, pz }: FourMomenta,
  i: number,
  gamma: number,
  gammaBeta: number
): void {
  const energy = e[i];
  const along = pz[i];
  e[i] = gamma * energy + gammaBeta * along;
  pz[i] = gamma * along + gammaBeta * energy;
}
