import { Vector, dot } from "./resonance-event.js";
import { KIND } from "./splitting.js";
/** The invisible momenta of the splitting last made, and whether they are proven to be the best. */
export class SplitMomenta {
    k1 = new Vector();
    k2 = new Vector();
    /** Relative momentum: k₁ = x K + `relative`. */
    relative = new Vector();
    r1 = new Vector();
    r2 = new Vector();
    set(splitting) {
        const { K, x } = splitting;
        const { k1, k2, relative } = this;
        this.setRelative(splitting);
        combine(k1, x, K, 1, relative);
        combine(k2, 1 - x, K, -1, relative);
    }
    /**
     * Whether the optimality conditions of a convex problem with more room hold: the one in which each
     * k_i² ≥ m_i² and the mass of Y is at least m_Y. Multipliers of all three that are not negative
     * prove that no other rapidity is better.
     */
    certified(splitting, eta) {
        const { event, K, s, x, kappa } = splitting;
        const { relative, r1 } = this;
        const momentum = kappa * kappa * s;
        if (!(momentum > 0))
            return false;
        const t = shareOfFirst(splitting);
        const q = combine(r1, t, event.o1, t - 1, event.o2);
        const alpha = -dot(q, relative) / momentum;
        const beta = dot(q, K) / s - alpha * x;
        const mu1 = alpha + beta;
        const nu = combine(r1, t, event.o1, -mu1, this.k1);
        const cosh = Math.cosh(eta);
        const sinh = Math.sinh(eta);
        const slope = nu.e * sinh - nu.z * cosh;
        const lambda = nu.e * cosh - nu.z * sinh;
        const size = (Math.abs(t) * event.o1.e + Math.abs(1 - t) * event.o2.e) * cosh;
        return mu1 >= 0 && -beta >= 0 && lambda >= 0 && Math.abs(slope) <= SLOPE * size;
    }
    /** κ n in the notation of `Splitting`, with r_i = K² o_i − (o_i·K) K for u_i. */
    setRelative(splitting) {
        const { event, K, s, kappa, kind, U11, U22, U12, S, C } = splitting;
        const { relative } = this;
        const r1 = combine(this.r1, s, event.o1, -splitting.oK1, K);
        const r2 = combine(this.r2, s, event.o2, -splitting.oK2, K);
        const first = U11 > 0 && (kind === KIND.first || U22 === 0);
        if (kind !== KIND.equal) {
            if (first)
                combine(relative, kappa / Math.sqrt(U11), r1, 0, r1);
            else
                combine(relative, U22 > 0 ? -kappa / Math.sqrt(U22) : 0, r2, 0, r2);
            return;
        }
        const d = Math.max(-1, Math.min(1, splitting.d));
        const across = C > 0 ? kappa * Math.sqrt((1 - d) * (1 + d) * (S / C)) : 0;
        const share = (U11 + U12) / S;
        const along = (kappa * d) / Math.sqrt(S);
        combine(relative, along + across * (1 - share), r1, along - across * share, r2);
    }
}
/** Golden section knows the rapidity to 1e-8, so that the slope of the level is not exactly 0. */
const SLOPE = 1e-6;
/** Multiplier of M₁² at the minimum; that of M₂² is what it lacks to 1. */
function shareOfFirst({ kind, d, S, C, U22, U12 }) {
    if (kind !== KIND.equal)
        return kind === KIND.first ? 1 : 0;
    return ((d * Math.sqrt(C)) / Math.sqrt((1 - d) * (1 + d)) + U22 + U12) / S;
}
/** out = a·v + b·w. */
function combine(out, a, v, b, w) {
    out.e = a * v.e + b * w.e;
    out.x = a * v.x + b * w.x;
    out.y = a * v.y + b * w.y;
    out.z = a * v.z + b * w.z;
    return out;
}
