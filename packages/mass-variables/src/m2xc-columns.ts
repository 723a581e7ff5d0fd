import type { AntlerEvents, Subsystem } from './antler-events.ts';
import { minimaColumns } from './m2/columns.ts';
import { solveM2xcOfAB, solveM2xcOfB } from './m2x/solve-m2xc.ts';
import { emptyMinima, type Minima } from './minima.ts';
import type { TrialMass } from './variable.ts';

/**
 * Constrained mass M_2XC of a subsystem of each of n antler events, in GeV, with the invisible momenta
 * that attain it.
 *
 *     (ab)   M_2XC = min max(m_A1, m_A2) at m_B1 = m_B2
 *     (b)    M_2XC = min max(m_B1, m_B2) at m_A1 = m_A2
 *
 * over all k₁, k₂ with k_i² = m_Ci² and k₁T + k₂T = pTmiss. It lies between M_T2 and M_2CC of the same
 * subsystem, and there are such momenta where M_2CC has none.
 *
 * The minimum is exact to rounding and proven to be the global one. The status is `oneSided` where it
 * is the larger threshold, the mass of one chain with its invisible particle at rest beside the visible
 * ones. Where one chain is lighter, its momentum need not be the only one, and one of them is given.
 * It is `unresolved` where only momenta at infinity attain it, and in many events in which the rapidities
 * of a and b agree to six digits and more, as without longitudinal momenta.
 *
 * @param subsystem What is minimised.
 * @param events The measured momenta: n events, GeV. Massless particles may be off their mass shell
 *  by the rounding of ten digits.
 * @param mInvisible Trial mass of both invisible particles, or of each, GeV.
 * @param out Receives the minima: n events. Allocated if omitted; no event allocates.
 * @returns `out`.
 * @throws RangeError if a trial mass is negative or not finite, or if the columns differ in length.
 * @see W. S. Cho et al., JHEP 08 (2014) 070, arXiv:1401.1449. Deviation: they minimise numerically.
 */
export function m2xcColumns(
  subsystem: Subsystem,
  events: AntlerEvents,
  mInvisible: TrialMass,
  out: Minima = emptyMinima(events.ptmissX.length)
): Minima {
  const solve = subsystem === 'b' ? solveM2xcOfB : solveM2xcOfAB;
  return minimaColumns('m2xcColumns', solve, subsystem, events, mInvisible, out);
}
