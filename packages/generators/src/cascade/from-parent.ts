import type { FourMomenta } from '@deelema/kinematics';
import { boostAlong } from '../decay/boost-along.ts';
import type { PairFrames } from '../decay/pair-frames.ts';

/**
 * Boosts a particle from the frame of its first parent to that of the pair, in place.
 *
 * As `boostBranch`, for one particle.
 *
 * @param frames How the pairs move.
 * @param side 1 for the first parent of branch 1, −1 for that of branch 2.
 * @param parent Masses of the first parent: n events, GeV.
 * @param particle Momenta along n̂, r̂, k̂ of `PairFrames`, before and after: n events, GeV.
 */
export function fromParent(
  { momentum }: PairFrames,
  side: 1 | -1,
  parent: Float64Array,
  particle: FourMomenta
): void {
  for (let i = 0; i < parent.length; ++i) {
    const gammaBeta = (side * momentum[i]) / parent[i];
    boostAlong(particle, i, Math.sqrt(1 + gammaBeta * gammaBeta), gammaBeta);
  }
}
