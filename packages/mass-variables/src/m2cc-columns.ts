import type { AntlerEvents, Subsystem } from './antler-events.ts';
import { minimaColumns } from './m2/columns.ts';
import { solveM2cc } from './m2/solve.ts';
import { emptyMinima, type Minima } from './minima.ts';
import type { TrialMass } from './variable.ts';

/**
 * Constrained mass M_2CC of a subsystem of each of n antler events, in GeV, with the invisible momenta
 * that attain it.
 *
 *     (ab)   M_2CC = min m_A      (b)   M_2CC = min m_B
 *
 * over all k₁, k₂ with k_i² = m_Ci², k₁T + k₂T = pTmiss, m_A1 = m_A2 and m_B1 = m_B2. At the right
 * trial mass and pairing it is at most the true mass, and never below M_T2.
 *
 * The minimum is exact to rounding, and proven to be the global one where the status is `ok`. A status
 * of `infeasible` means a proof that no momenta fulfil the conditions; `unresolved` is left to events whose
 * minimum only momenta at infinity attain, and to hardly any others.
 *
 * @param subsystem What is minimised.
 * @param events The measured momenta: n events, GeV. Massless particles may be off their mass shell
 *  by the rounding of ten digits.
 * @param mInvisible Trial mass of both invisible particles, or of each, GeV.
 * @param out Receives the minima: n events. Allocated if omitted; no event allocates.
 * @returns `out`.
 * @throws RangeError if a trial mass is negative or not finite, or if the columns differ in length.
 * @see W. S. Cho et al., JHEP 08 (2014) 070, arXiv:1401.1449, and PRR 5, 043186
 */
export function m2ccColumns(
  subsystem: Subsystem,
  events: AntlerEvents,
  mInvisible: TrialMass,
  out: Minima = emptyMinima(events.ptmissX.length)
): Minima {
  return minimaColumns('m2ccColumns', solveM2cc, subsystem, events, mInvisible, out);
}
