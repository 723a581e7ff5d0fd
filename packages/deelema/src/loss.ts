import { add, mean, mul } from '@tensorflow/tfjs-core';
import type { Scalar, Tensor, Tensor1D } from '@tensorflow/tfjs-core';
import type { AuxiliaryMasses } from './auxiliary-masses.ts';
import type { Distance } from './distances.ts';
import type { BranchMasses } from './masses.ts';

/**
 * The loss of one particle species f in each event: its two masses against each other and against
 * the common one.
 *
 *     d(m_f1, m_f2) + d(m̃_f, m_f1) + d(m̃_f, m_f2)
 *
 * @param m1 Mass in branch 1: n events, units of the scale.
 * @param m2 Mass in branch 2.
 * @param common m̃_f: one number for all events.
 * @param distance d, for d_E and d_B alike.
 * @returns n events.
 * @see PRR 5, 043186, Eq. (1), second line
 */
export function speciesLosses(
  m1: Tensor1D,
  m2: Tensor1D,
  common: Tensor,
  distance: Distance
): Tensor1D {
  return add(distance(m1, m2), add(distance(m1, common), distance(m2, common)));
}

/**
 * The loss of each event.
 *
 *     ℓ = Σ_{f ∈ {A, B}} [ d(m_f1, m_f2) + d(m̃_f, m_f1) + d(m̃_f, m_f2) ]
 *
 * @param masses Reconstructed masses: n events, units of the scale.
 * @param auxiliary m̃_A and m̃_B, units of the scale.
 * @param distance d.
 * @returns n events.
 * @see PRR 5, 043186, Eq. (1)
 */
export function eventLosses(
  masses: BranchMasses,
  auxiliary: AuxiliaryMasses,
  distance: Distance
): Tensor1D {
  return add(
    speciesLosses(masses.mA1, masses.mA2, auxiliary.mA, distance),
    speciesLosses(masses.mB1, masses.mB2, auxiliary.mB, distance)
  );
}

/**
 * The loss of a batch: the mean over its events.
 *
 *     L = 1/n Σ_i w_i ℓ_i
 *
 * @param losses ℓ: n events.
 * @param weights w: n events, with mean 1 over the whole sample; all 1 if omitted. Not divided by
 *  their sum in the batch, which may be small or negative with signed weights.
 * @returns L.
 * @see PRR 5, 043186, Eq. (1), first line
 */
export function batchLoss(losses: Tensor1D, weights?: Tensor1D): Scalar {
  return mean(weights === undefined ? losses : mul(losses, weights));
}
