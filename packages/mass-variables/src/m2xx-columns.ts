import type { AntlerEvents, Subsystem } from './antler-events.ts';
import { minimaColumns } from './m2/columns.ts';
import { solveM2xx } from './m2x/solve-transverse.ts';
import { emptyMinima, type Minima } from './minima.ts';
import type { TrialMass } from './variable.ts';

/**
 * Mass M_2XX of a subsystem of each of n antler events, in GeV, with the invisible momenta that attain
 * it.
 *
 *     (ab)   M_2XX = min max(m_A1, m_A2)      (b)   M_2XX = min max(m_B1, m_B2)
 *
 * over all k₁, k₂ with k_i² = m_Ci² and k₁T + k₂T = pTmiss. It is M_T2, because each chain is lightest
 * where its invisible particle has the rapidity of the visible ones; `mt2Columns` gives the same
 * without the momenta.
 *
 * The status is `oneSided` where it is the larger threshold (unbalanced events). It is `unresolved`
 * where no finite momenta attain it, or any do: massless visibles back to back or along the beam. Visibles
 * nearly back to back put the momenta so far out that they lose digits, as the residual tells.
 *
 * @param subsystem What is minimised.
 * @param events The measured momenta: n events, GeV.
 * @param mInvisible Trial mass of both invisible particles, or of each, GeV.
 * @param out Receives the minima: n events. Allocated if omitted; no event allocates.
 * @returns `out`.
 * @throws RangeError if a trial mass is negative or not finite, or if the columns differ in length.
 * @see W. S. Cho et al., JHEP 08 (2014) 070, arXiv:1401.1449
 */
export function m2xxColumns(
  subsystem: Subsystem,
  events: AntlerEvents,
  mInvisible: TrialMass,
  out: Minima = emptyMinima(events.ptmissX.length)
): Minima {
  return minimaColumns('m2xxColumns', solveM2xx, subsystem, events, mInvisible, out);
}
