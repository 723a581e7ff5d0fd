import { decayMomentum, energy } from '@deelema/kinematics';

/** The least and the largest mass of a pair a, b, GeV. */
export interface MabEndpoints {
  readonly minimum: number;
  readonly maximum: number;
}

/**
 * The least and the largest mass m_ab that a and b of a decay chain A → a B, B → b C can have, in GeV.
 *
 *     m_ab² = m_a² + m_b² + 2 (E_a E_b ± p_a p_b),   in the rest frame of B
 *
 * with + for the maximum. Of massless a and b the minimum is 0 and the maximum
 *
 *     m_A √[ (1 − m_B²/m_A²) (1 − m_C²/m_B²) ]
 *
 * The maximum is a condition on the three masses that needs no pTmiss.
 *
 * @param mA Mass of A, GeV.
 * @param mB Mass of B, GeV, positive.
 * @param mC Mass of C, GeV.
 * @param ma Mass of a, GeV; 0 if omitted.
 * @param mb Mass of b, GeV; 0 if omitted.
 * @returns Both; NaN if one of the decays is below its threshold.
 * @throws RangeError if m_B is not positive.
 * @see B. C. Allanach, C. G. Lester, M. A. Parker, B. R. Webber, JHEP 09 (2000) 004, arXiv:hep-ph/0007009
 */
export function endpointMab(mA: number, mB: number, mC: number, ma = 0, mb = 0): MabEndpoints {
  if (!(mB > 0)) {
    throw new RangeError(`endpointMab: m_B is ${mB}, expected a positive number of GeV.`);
  }
  // The momentum of a where B rests, from that where A rests: p m_B is p* m_A.
  const pa = (decayMomentum(mA, mB, ma) * mA) / mB;
  const pb = decayMomentum(mB, mC, mb);
  const Ea = energy(ma, pa, 0, 0);
  const Eb = energy(mb, pb, 0, 0);
  const masses = ma * ma + mb * mb;
  // E_a E_b − p_a p_b without its cancellation.
  const product = Ea * Eb + pa * pb;
  const other = (ma * ma * Eb * Eb + mb * mb * pa * pa) / product;
  return {
    // Both products are 0 where a massless particle is at rest.
    minimum: Math.sqrt(masses + (product === 0 ? 0 : 2 * other)),
    maximum: Math.sqrt(masses + 2 * product),
  };
}
