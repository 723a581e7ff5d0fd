import type { AntlerEvents, Subsystem } from './antler-events.ts';
import { minimaColumns } from './m2/columns.ts';
import { solveM2cx } from './m2x/solve-transverse.ts';
import { emptyMinima, type Minima } from './minima.ts';
import type { TrialMass } from './variable.ts';

/**
 * Mass M_2CX of a subsystem of each of n antler events, in GeV, with invisible momenta that attain it.
 *
 *     (ab)   M_2CX = min m_A at m_A1 = m_A2      (b)   M_2CX = min m_B at m_B1 = m_B2
 *
 * over all k₁, k₂ with k_i² = m_Ci² and k₁T + k₂T = pTmiss. It is M_T2 like M_2XX, because a lighter
 * chain can be made heavier by the rapidity of its invisible particle alone. That can be done forwards
 * and backwards; the forward one is given.
 *
 * Statuses are those of `m2xxColumns`.
 *
 * @param subsystem What is minimised.
 * @param events The measured momenta: n events, GeV.
 * @param mInvisible Trial mass of both invisible particles, or of each, GeV.
 * @param out Receives the minima: n events. Allocated if omitted; no event allocates.
 * @returns `out`.
 * @throws RangeError if a trial mass is negative or not finite, or if the columns differ in length.
 * @see W. S. Cho et al., JHEP 08 (2014) 070, arXiv:1401.1449
 */
export function m2cxColumns(
  subsystem: Subsystem,
  events: AntlerEvents,
  mInvisible: TrialMass,
  out: Minima = emptyMinima(events.ptmissX.length)
): Minima {
  return minimaColumns('m2cxColumns', solveM2cx, subsystem, events, mInvisible, out);
}
