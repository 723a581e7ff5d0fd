import { zeroFourMomenta } from '@deelema/kinematics';
import type { BranchMomenta } from '../../src/decay/branch-momenta.ts';

/** Room for n events. */
export function zeroBranch(n: number): BranchMomenta {
  return { a: zeroFourMomenta(n), b: zeroFourMomenta(n), c: zeroFourMomenta(n) };
}
