import { add, elu } from '@tensorflow/tfjs-core';
import type { Scalar } from '@tensorflow/tfjs-core';

/** The masses of A and B common to all events, in units of the scale. */
export interface AuxiliaryMasses {
  readonly mA: Scalar;
  readonly mB: Scalar;
}

/**
 * The auxiliary masses m̃_A and m̃_B as functions of two free parameters.
 *
 *     m̃_B = m_C + ELU(δ_B) + 1,   m̃_A = m̃_B + ELU(δ_A) + 1
 *
 * ELU + 1 is positive, which keeps the hierarchy m̃_A > m̃_B > m_C. A start just above m_C is
 * δ ≈ −2.5 (m̃_B = m_C + 0.082); the paper's is δ = 0.3 (m̃_B = m_C + 1.3).
 *
 * @param mC Conjectured mass of the invisible particle, units of the scale.
 * @param deltaA δ_A, trainable.
 * @param deltaB δ_B, trainable.
 * @returns Scalars, units of the scale.
 * @see PRR 5, 043186, Section II and Table II  (their initial Δm is our δ)
 */
export function auxiliaryMasses(mC: number, deltaA: Scalar, deltaB: Scalar): AuxiliaryMasses {
  const mB: Scalar = add(elu(deltaB), mC + 1);
  return { mA: add(mB, add(elu(deltaA), 1)), mB };
}
