import type { Tensor1D } from '@tensorflow/tfjs-core';
import type { InvisibleMomenta } from './completion.ts';
import { guardedMass } from './mass.ts';
import { addMomenta } from './momenta.ts';
import type { VisibleMomenta } from './momenta.ts';

/** The reconstructed masses of both branches: n events, units of the scale. */
export interface BranchMasses {
  readonly mA1: Tensor1D;
  readonly mA2: Tensor1D;
  readonly mB1: Tensor1D;
  readonly mB2: Tensor1D;
}

/**
 * The masses of A and B in both branches.
 *
 *     m_Bi² = (p_bi + q_i)²,   m_Ai² = (p_ai + p_bi + q_i)²
 *
 * @param visible Visible momenta: n events, units of the scale.
 * @param invisible Invisible momenta: the same events and unit.
 * @returns Masses with guarded square roots, see `guardedMass`.
 * @see PRR 5, 043186, Fig. 2
 */
export function branchMasses(
  { a1, a2, b1, b2 }: VisibleMomenta,
  { q1, q2 }: InvisibleMomenta<Tensor1D>
): BranchMasses {
  const B1 = addMomenta(b1, q1);
  const B2 = addMomenta(b2, q2);
  return {
    mA1: guardedMass(addMomenta(a1, B1)),
    mA2: guardedMass(addMomenta(a2, B2)),
    mB1: guardedMass(B1),
    mB2: guardedMass(B2),
  };
}
