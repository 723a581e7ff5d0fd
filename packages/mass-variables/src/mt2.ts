import { Probe } from './mt2/probe.ts';
import { solve } from './mt2/solve.ts';

/** One for all calls, so that no event allocates; nothing in it outlives a call. */
const probe = new Probe();
const { separation } = probe;
const { branch1, branch2 } = separation;

/**
 * Stransverse mass M_T2 of two visible and two invisible particles, in GeV.
 *
 *     M_T2 = min over k₁ + k₂ = pTmiss of max( m_T(v₁, k₁), m_T(v₂, k₂) )
 *
 * The largest lower bound on the common mass of two parents v₁ + C₁ and v₂ + C₂, at trial masses of
 * the invisible C_i. It is never below either m_i + m_Ci, and 0 if everything is massless and pTmiss
 * lies between the two visible momenta. M_T2² is accurate to the rounding of the largest argument
 * squared; a call takes about a microsecond.
 *
 * A negative mass counts as 0: that of a massless particle can come out spacelike by rounding.
 *
 * @param m1 Mass of visible 1, GeV.
 * @param px1 Transverse momentum of visible 1 along x, GeV; likewise `py1`.
 * @param m2 Mass of visible 2, GeV.
 * @param px2 Transverse momentum of visible 2 along x, GeV; likewise `py2`.
 * @param ptmissX Missing transverse momentum along x, GeV; likewise `ptmissY`. It may recoil against
 *  more than the two visibles (upstream momentum).
 * @param mInvisible1 Trial mass of invisible 1, GeV.
 * @param mInvisible2 Trial mass of invisible 2, GeV; that of invisible 1 if omitted.
 * @returns M_T2, GeV; NaN if an argument is NaN or infinite, and only then.
 * @see C. G. Lester, D. J. Summers, Phys. Lett. B 463 (1999) 99, arXiv:hep-ph/9906349
 * @see C. G. Lester, B. Nachman, JHEP 03 (2015) 100, arXiv:1411.4312. Deviation: they bisect in M
 *  with a test whether two ellipses are disjoint; here the line that separates the ellipses is
 *  followed to the M at which they touch, which needs fewer steps and finds M_T2 = 0 exactly.
 */
export function mt2(
  m1: number,
  px1: number,
  py1: number,
  m2: number,
  px2: number,
  py2: number,
  ptmissX: number,
  ptmissY: number,
  mInvisible1: number,
  mInvisible2: number = mInvisible1
): number {
  const largest = Math.max(
    Math.max(Math.abs(m1), Math.abs(px1), Math.abs(py1), Math.abs(mInvisible1)),
    Math.max(Math.abs(m2), Math.abs(px2), Math.abs(py2), Math.abs(mInvisible2)),
    Math.max(Math.abs(ptmissX), Math.abs(ptmissY))
  );
  if (!(largest < Infinity)) return NaN;
  if (largest === 0) return 0;
  const unit = unitFor(largest);
  const massA = Math.max(0, m1) / unit;
  const massB = Math.max(0, m2) / unit;
  const invisibleA = Math.max(0, mInvisible1) / unit;
  const invisibleB = Math.max(0, mInvisible2) / unit;
  const inOrder = massA + invisibleA >= massB + invisibleB;
  (inOrder ? branch1 : branch2).set(massA, px1 / unit, py1 / unit, invisibleA);
  (inOrder ? branch2 : branch1).set(massB, px2 / unit, py2 / unit, invisibleB);
  separation.Px = ptmissX / unit;
  separation.Py = ptmissY / unit;
  return unit * solve(probe);
}

/** 1, or a power of two where fourth powers would leave the range of numbers. */
function unitFor(largest: number): number {
  return largest > 1e-60 && largest < 1e60 ? 1 : 2 ** Math.floor(Math.log2(largest));
}
