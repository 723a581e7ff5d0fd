import { transverseMass } from '@deelema/kinematics';
import type { Branch } from './branch.ts';
import { LevelSearch } from './level-search.ts';

/** Reused by all calls, so that no event allocates; a call leaves nothing in it that another reads. */
const search = new LevelSearch();
const { separation, arc } = search;
const { branch1, branch2 } = separation;

/**
 * Stransverse mass M_T2 of two visible and two invisible particles, in GeV.
 *
 *     M_T2 = min over k₁ + k₂ = pTmiss of max( m_T(v₁, k₁), m_T(v₂, k₂) )
 *
 * The largest lower bound on the common mass of two parents v₁ + C₁ and v₂ + C₂ with trial masses of
 * the invisible C_i. It is never below either m_i + m_Ci, and 0 if everything is massless and pTmiss
 * lies between the two visible momenta. Exact up to rounding; takes about a microsecond.
 *
 * A negative mass counts as 0: that of a massless particle comes out spacelike by rounding.
 *
 * @param m1 Mass of visible 1, GeV.
 * @param px1 Transverse momentum of visible 1 along x, GeV; likewise `py1`.
 * @param m2 Mass of visible 2, GeV.
 * @param px2 Transverse momentum of visible 2 along x, GeV; likewise `py2`.
 * @param ptmissX Missing transverse momentum along x, GeV; likewise `ptmissY`. What neither visible
 *  accounts for is upstream momentum.
 * @param mInvisible1 Trial mass of invisible 1, GeV.
 * @param mInvisible2 Trial mass of invisible 2, GeV; that of invisible 1 if omitted.
 * @returns M_T2, GeV; NaN if an argument is NaN or infinite, and only then.
 * @see C. G. Lester, D. J. Summers, Phys. Lett. B 463 (1999) 99, arXiv:hep-ph/9906349
 * @see C. G. Lester, B. Nachman, JHEP 03 (2015) 100, arXiv:1411.4312 (the sets R_i; there bisected)
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
  const scale = Math.max(
    Math.abs(m1),
    Math.abs(px1),
    Math.abs(py1),
    Math.abs(m2),
    Math.abs(px2),
    Math.abs(py2),
    Math.abs(ptmissX),
    Math.abs(ptmissY),
    Math.abs(mInvisible1),
    Math.abs(mInvisible2)
  );
  if (!(scale < Infinity)) return NaN;
  if (scale === 0) return 0;
  const massA = Math.max(0, m1 / scale);
  const massB = Math.max(0, m2 / scale);
  const invisibleA = Math.max(0, mInvisible1 / scale);
  const invisibleB = Math.max(0, mInvisible2 / scale);
  // Branch 1 of the search is the one with the larger threshold.
  const swapped = massA + invisibleA < massB + invisibleB;
  (swapped ? branch2 : branch1).set(massA, px1 / scale, py1 / scale, invisibleA);
  (swapped ? branch1 : branch2).set(massB, px2 / scale, py2 / scale, invisibleB);
  separation.Px = ptmissX / scale;
  separation.Py = ptmissY / scale;
  return scale * scaledMt2();
}

function scaledMt2(): number {
  const threshold = separation.setThreshold();
  if (sharedAtThreshold(threshold)) return threshold;
  arc.reset();
  if (branch1.m === 0) arc.cut(branch1.px, branch1.py);
  if (branch2.m === 0) arc.cut(branch2.px, branch2.py);
  if (threshold === 0) arc.cut(-separation.Px, -separation.Py);
  const X = Math.max(halvedLevel(branch1), halvedLevel(branch2));
  let nx = arc.middleX;
  let ny = arc.middleY;
  if (branch1.m > 0) {
    const ratio = branch1.mk / branch1.m;
    const dx = separation.Px - ratio * branch1.px;
    const dy = separation.Py - ratio * branch1.py;
    const f = Math.sqrt(
      (branch2.m * branch2.m + branch2.px * branch2.px + branch2.py * branch2.py) /
        (branch2.mk * branch2.mk + dx * dx + dy * dy)
    );
    nx = f * dx - branch2.px;
    ny = f * dy - branch2.py;
  }
  return Math.sqrt(threshold * threshold + 2 * search.run(nx, ny, X, threshold * threshold));
}

/** X of one branch when each invisible particle takes half of P. */
function halvedLevel(branch: Branch): number {
  const mT = transverseMass(
    branch.m,
    branch.px,
    branch.py,
    branch.mk,
    separation.Px / 2,
    separation.Py / 2
  );
  return ((mT - branch.threshold) * (mT + branch.threshold)) / 2 - branch.slack;
}

function sharedAtThreshold(threshold: number): boolean {
  const { m, px, py, mk } = branch1;
  if (m > 0) {
    const f = mk / m;
    const kx = separation.Px - f * px;
    const ky = separation.Py - f * py;
    return transverseMass(branch2.m, branch2.px, branch2.py, branch2.mk, kx, ky) <= threshold;
  }
  if (px === 0 && py === 0) return true;
  if (branch2.m > 0) return false;
  const cross = px * branch2.py - py * branch2.px;
  const dot = px * branch2.px + py * branch2.py;
  if (cross === 0 && dot <= 0) return true;
  if (mk > 0) return false;
  const along1 = separation.Px * branch2.py - separation.Py * branch2.px;
  const along2 = px * separation.Py - py * separation.Px;
  if (cross === 0) {
    return along2 === 0 && separation.Px * px + separation.Py * py >= 0;
  }
  return along1 * cross >= 0 && along2 * cross >= 0;
}

export const lastSteps = () => search.steps;
export const _s = { search };
