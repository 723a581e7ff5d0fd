import { boostAlong } from './boost-along.ts';
import type { BranchMomenta } from './branch-momenta.ts';
import type { PairFrames } from './pair-frames.ts';

/**
 * Boosts a and b from the frame of A to that of the pair, in place, and gives C what they leave.
 *
 *     k' = γ k ± γβ E,   E' = γ E ± γβ k        with γβ = p*∕m_A; + for A₁, − for A₂
 *
 * Components x, y, z are those along n̂, r̂, k̂ of `PairFrames`, before and after.
 *
 * @param frames How the pairs move.
 * @param side 1 for A₁, −1 for A₂.
 * @param mA Masses of A: n events, GeV.
 * @param branch a and b in the frame of A: n events, GeV; all of it is overwritten.
 */
export function boostBranch(
  { momentum }: PairFrames,
  side: 1 | -1,
  mA: Float64Array,
  { a, b, c }: BranchMomenta
): void {
  for (let i = 0; i < mA.length; ++i) {
    const p = side * momentum[i];
    const energyA = Math.sqrt(mA[i] * mA[i] + p * p);
    const gamma = energyA / mA[i];
    const gammaBeta = p / mA[i];
    boostAlong(a, i, gamma, gammaBeta);
    boostAlong(b, i, gamma, gammaBeta);
    c.e[i] = energyA - a.e[i] - b.e[i];
    c.px[i] = -a.px[i] - b.px[i];
    c.py[i] = -a.py[i] - b.py[i];
    c.pz[i] = p - a.pz[i] - b.pz[i];
  }
}
