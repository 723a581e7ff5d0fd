import type { Pairs } from '@deelema/pair-production';
import { boostBranch } from './boost-branch.ts';
import type { BranchMomenta, StableMasses } from './branch-momenta.ts';
import type { PairFrames } from './pair-frames.ts';
import { toLaboratory } from './to-laboratory.ts';

/**
 * Takes both branches of n antlers from the frames of A₁ and A₂ to the laboratory, in place.
 *
 * @param frames How the pairs move.
 * @param pairs The pairs: masses of A₁ and A₂.
 * @param stable Masses of a, b and C, GeV.
 * @param branches a and b in the frames of A₁ and A₂, along n̂, r̂, k̂ of `PairFrames`: n events, GeV.
 *  C gets what they leave.
 */
export function antlersToLaboratory(
  frames: PairFrames,
  { masses }: Pairs,
  stable: StableMasses,
  branches: readonly [BranchMomenta, BranchMomenta]
): void {
  branches.forEach((branch, k) => {
    boostBranch(frames, k === 0 ? 1 : -1, masses[k], branch);
    toLaboratory(frames, stable.a, branch.a);
    toLaboratory(frames, stable.b, branch.b);
    toLaboratory(frames, stable.C, branch.c);
  });
}
