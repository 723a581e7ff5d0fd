import { transverseMass } from '@deelema/kinematics';
import type { AntlerEvents, Subsystem } from './antler-events.ts';
import { checkEvents, trialMasses } from './check-columns.ts';
import { visibleMass } from './visible-mass.ts';

/**
 * Transverse mass of one branch's visible particles and all missing transverse momentum, of each of n
 * events, in GeV.
 *
 *     (b)   m_T(b_i, pTmiss; m_C)          (ab)   m_T(a_i + b_i, pTmiss; m_C)
 *
 * It is at most the mass of B_i, or A_i, where the other branch loses nothing; where both do, it tells
 * these events from those.
 *
 * @param subsystem Which particles are the visible ones.
 * @param branch Number of the branch.
 * @param events The measured momenta: n events, GeV.
 * @param mInvisible Trial mass of the invisible particle, GeV.
 * @param out Receives m_T: length n, GeV. Allocated if omitted.
 * @returns `out`; NaN where a component is NaN or infinite, or the visible momentum is spacelike beyond
 *  rounding.
 * @throws RangeError if the trial mass is negative or not finite, or if the columns differ in length.
 * @see `transverseMass` of `@deelema/kinematics`
 */
export function branchTransverseMass(
  subsystem: Subsystem,
  branch: 1 | 2,
  events: AntlerEvents,
  mInvisible: number,
  out: Float64Array = new Float64Array(events.ptmissX.length)
): Float64Array {
  const a = events[`a${branch}`];
  const b = events[`b${branch}`];
  const { ptmissX, ptmissY } = events;
  trialMasses('branchTransverseMass', mInvisible);
  checkEvents('branchTransverseMass', events, out.length);
  for (let i = 0; i < out.length; ++i) {
    const withA = subsystem === 'ab';
    const e = withA ? a.e[i] + b.e[i] : b.e[i];
    const px = withA ? a.px[i] + b.px[i] : b.px[i];
    const py = withA ? a.py[i] + b.py[i] : b.py[i];
    const pz = withA ? a.pz[i] + b.pz[i] : b.pz[i];
    const m = visibleMass(e, px, py, pz);
    const value = transverseMass(m, px, py, mInvisible, ptmissX[i], ptmissY[i]);
    out[i] = value < Infinity ? value : NaN;
  }
  return out;
}
