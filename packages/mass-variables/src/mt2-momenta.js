import { mt2 } from "./mt2.js";
import { EVENT } from "./mt2/event.js";
import { given } from "./mt2/given.js";
/**
 * M_T2 and the transverse momenta of the invisible particles that it is found with, in GeV.
 *
 *     k₁ + k₂ = pTmiss,   M_T2 = max( m_T(v₁, k₁), m_T(v₂, k₂) )
 *
 * Both m_T are equal, except where M_T2 is the larger threshold m_i + m_Ci: there k_i = p_i m_Ci/m_i, and
 * the other branch is at most as heavy. The momenta are good to the root of the rounding where m_T is flat.
 *
 * @param m1 Mass of visible 1, GeV.
 * @param px1 Transverse momentum of visible 1 along x, GeV; likewise `py1`.
 * @param m2 Mass of visible 2, GeV.
 * @param px2 Transverse momentum of visible 2 along x, GeV; likewise `py2`.
 * @param ptmissX Missing transverse momentum along x, GeV; likewise `ptmissY`.
 * @param mInvisible1 Trial mass of invisible 1, GeV.
 * @param mInvisible2 Trial mass of invisible 2, GeV.
 * @param out Receives k₁x, k₁y, k₂x, k₂y from index `at` on, GeV; NaN where M_T2 is NaN, where it is
 *  reached only at infinity (massless visibles back to back) or with any momenta (a massless visible
 *  without transverse momentum).
 * @param at First index to write.
 * @returns M_T2, GeV, as of `mt2`.
 * @see `mt2`
 */
export function mt2Momenta(m1, px1, py1, m2, px2, py2, ptmissX, ptmissY, mInvisible1, mInvisible2, out, at = 0) {
    const value = mt2(m1, px1, py1, m2, px2, py2, ptmissX, ptmissY, mInvisible1, mInvisible2);
    const kx = value >= 0 ? given[EVENT.kx] : NaN;
    const ky = value >= 0 ? given[EVENT.ky] : NaN;
    out[at] = kx;
    out[at + 1] = ky;
    out[at + 2] = ptmissX - kx;
    out[at + 3] = ptmissY - ky;
    return value;
}
