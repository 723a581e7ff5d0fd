import { EVENT } from "./event.js";
import { levelAt } from "./level-at.js";
/**
 * Whether the branches can share the missing transverse momentum at the threshold itself, M_T2 = M₀.
 *
 * At M₀ = m₁ + m_k1 the first branch leaves its invisible particle one momentum, k₁ = p₁ m_k1/m₁, and
 * all is decided by the second one: m_T(v₂, P − k₁) ≤ M₀. These are the unbalanced events.
 *
 * @param event Row of an `EVENT`; receives k₁ if so, NaN if it is at infinity or any.
 * @param slack (M₀² − (m₂ + m_k2)²)/2.
 */
export function sharedAtThreshold(event, slack) {
    const m1 = event[EVENT.m1];
    if (m1 === 0)
        return sharedByMassless(event);
    const ratio = event[EVENT.mk1] / m1;
    const kx = ratio * event[EVENT.x1];
    const ky = ratio * event[EVENT.y1];
    event[EVENT.kx] = kx;
    event[EVENT.ky] = ky;
    const m2 = event[EVENT.m2];
    const mk2 = event[EVENT.mk2];
    const x2 = event[EVENT.x2];
    const y2 = event[EVENT.y2];
    return levelAt(m2, x2, y2, mk2, event[EVENT.Px] - kx, event[EVENT.Py] - ky) <= slack;
}
/**
 * The same with a massless v₁: m_T reaches its threshold m_k1 only along p₁, at infinity if m_k1 > 0.
 *
 * With everything massless M_T2 = 0 exactly if P = t₁ p₁ + t₂ p₂ with t₁, t₂ ≥ 0.
 */
function sharedByMassless(event) {
    event[EVENT.kx] = NaN;
    event[EVENT.ky] = NaN;
    const px = event[EVENT.x1];
    const py = event[EVENT.y1];
    // Without transverse momentum m_T(v₁, k₁) = m_k1 for any k₁.
    if (px === 0 && py === 0)
        return true;
    if (event[EVENT.m2] > 0)
        return false;
    const dot = px * event[EVENT.x2] + py * event[EVENT.y2];
    const cross = px * event[EVENT.y2] - py * event[EVENT.x2];
    // Back to back: one invisible particle can go far along p₁ and the other along p₂.
    if (cross === 0 && dot <= 0)
        return true;
    return event[EVENT.mk1] === 0 && sharedInCone(event, cross);
}
/** Whether P lies in the cone of p₁ and p₂: then k₁ = t₁ p₁ and k₂ = t₂ p₂ give M_T2 = 0. */
function sharedInCone(event, cross) {
    const px = event[EVENT.x1];
    const py = event[EVENT.y1];
    const Px = event[EVENT.Px];
    const Py = event[EVENT.Py];
    const t1 = Px * event[EVENT.y2] - Py * event[EVENT.x2];
    const t2 = px * Py - py * Px;
    if (cross === 0) {
        event[EVENT.kx] = Px / 2;
        event[EVENT.ky] = Py / 2;
        return t2 === 0 && px * Px + py * Py >= 0;
    }
    event[EVENT.kx] = (t1 / cross) * px;
    event[EVENT.ky] = (t1 / cross) * py;
    return t1 * cross >= 0 && t2 * cross >= 0;
}
