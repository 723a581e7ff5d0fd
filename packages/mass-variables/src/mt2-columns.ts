import type { FourMomenta } from '@deelema/kinematics';
import type { AntlerEvents } from './antler-events.ts';
import { checkColumn, checkEvents, trialMasses } from './check-columns.ts';
import { EVENT } from './mt2/event.ts';
import { given, mt2OfGiven } from './mt2/given.ts';
import { STATUS } from './status.ts';
import type { TrialMass } from './variable.ts';
import { visibleMass } from './visible-mass.ts';

/**
 * Stransverse mass M_T2 of a subsystem of each of n antler events, in GeV.
 *
 *     (b)   v_i = b_i,  C_i invisible        (ab)   v_i = a_i + b_i,  C_i invisible
 *     (a)   v_i = a_i,  B_i invisible, which carry pTmiss + b_1T + b_2T
 *
 * In (b) the a_i are upstream momentum that pTmiss recoils against. At the true trial masses (b) is at
 * most m_B, (ab) and (a) are at most m_A.
 *
 * @param subsystem Which particles are the visible ones.
 * @param events The measured momenta: n events, GeV.
 * @param mInvisible Trial mass of both invisible particles, or of that of branch 1 and of branch 2,
 *  GeV: m_C in (b) and (ab), m_B in (a).
 * @param out Receives M_T2: length n, GeV. Allocated if omitted.
 * @param status Receives one of the numbers of `STATUS` per event: `ok`, `oneSided` where M_T2 is the
 *  larger of both thresholds, `invalidInput` where it is NaN. Length n; not written if omitted.
 * @returns `out`; NaN where a component is NaN or infinite, or a visible momentum is spacelike beyond
 *  the rounding of files.
 * @throws RangeError if a trial mass is negative or not finite, or if the columns differ in length.
 * @see `mt2`
 * @see W. S. Cho, J. S. Gainer, D. Kim, K. T. Matchev, F. Moortgat, L. Pape, M. Park, JHEP 08 (2014) 070,
 *  arXiv:1401.1449, for the subsystems
 */
export function mt2Columns(
  subsystem: 'a' | 'b' | 'ab',
  events: AntlerEvents,
  mInvisible: TrialMass,
  out: Float64Array = new Float64Array(events.ptmissX.length),
  status?: Uint8Array
): Float64Array {
  const [m1, m2] = trialMasses('mt2Columns', mInvisible);
  checkEvents('mt2Columns', events, out.length);
  if (status) checkColumn('mt2Columns', 'status', status, out.length);
  const { a1, b1, a2, b2, ptmissX, ptmissY } = events;
  for (let i = 0; i < out.length; ++i) {
    setBranch(EVENT.m1, subsystem, a1, b1, i);
    setBranch(EVENT.m2, subsystem, a2, b2, i);
    given[EVENT.mk1] = m1;
    given[EVENT.mk2] = m2;
    const upstream = subsystem === 'a';
    given[EVENT.Px] = upstream ? ptmissX[i] + b1.px[i] + b2.px[i] : ptmissX[i];
    given[EVENT.Py] = upstream ? ptmissY[i] + b1.py[i] + b2.py[i] : ptmissY[i];
    out[i] = mt2OfGiven();
    if (status) status[i] = statusOf(out[i]);
  }
  return out;
}

/** Sets mass and transverse momentum of a branch's visible particles. */
function setBranch(
  at: number,
  subsystem: 'a' | 'b' | 'ab',
  a: FourMomenta,
  b: FourMomenta,
  i: number
): void {
  if (subsystem === 'ab') {
    const px = a.px[i] + b.px[i];
    const py = a.py[i] + b.py[i];
    given[at] = visibleMass(a.e[i] + b.e[i], px, py, a.pz[i] + b.pz[i]);
    given[at + 1] = px;
    given[at + 2] = py;
    return;
  }
  const { e, px, py, pz } = subsystem === 'a' ? a : b;
  given[at] = visibleMass(e[i], px[i], py[i], pz[i]);
  given[at + 1] = px[i];
  given[at + 2] = py[i];
}

function statusOf(value: number): number {
  if (!(value >= 0)) return STATUS.invalidInput;
  return given[EVENT.shared] === 1 ? STATUS.oneSided : STATUS.ok;
}
