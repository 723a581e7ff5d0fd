import { ResonanceEvent, Vector, dot } from "./resonance-event.js";
/** Which masses the best splitting of K makes. */
export const KIND = {
    /** Both masses are equal. */
    equal: 0,
    /** M₁ is at its own minimum and above M₂. */
    first: 1,
    /** M₂ is at its own minimum and above M₁. */
    second: 2,
};
/** Of |u₁ + u₂|², where u₁ = −u₂ but for rounding: then M₁ − M₂ is the same for all n. */
const OPPOSITE = 1e-13;
/** Rounding of a level at its threshold, which golden section meets to second order. */
const THRESHOLD = 1e-12;
/**
 * The best splitting of K into k₁ + k₂ at one rapidity η of the resonance, in closed form.
 *
 * In the rest frame of K, k₁ has a fixed energy and lies on a sphere with direction n:
 *
 *     M₁²/2 = A₁ − κ u₁·n,   M₂²/2 = A₂ + κ u₂·n,   |u_i|² = U_ii = (o_i·K)² − o_i² K²
 *
 * with κ = √λ(K², m₁², m₂²)/(2K²). The larger of two linear functions is least at n = u₁/|u₁|, at
 * n = −u₂/|u₂|, or where both are equal: on a circle, where the least value is a closed form too.
 */
export class Splitting {
    event = new ResonanceEvent();
    /** Whether M₁ = M₂ is demanded. */
    equal = false;
    /** Of the last η: K, K² and what U is made of. */
    K = new Vector();
    s = 0;
    x = 0;
    kappa = 0;
    oK1 = 0;
    oK2 = 0;
    U11 = 0;
    U22 = 0;
    U12 = 0;
    /** |u₁ + u₂|². */
    S = 0;
    /** |u₁ × u₂|². */
    C = 0;
    /** A₁ − A₂: what M₁²/2 − M₂²/2 is on average over n. */
    gap = 0;
    /** Component of n along u₁ + u₂ that makes both masses equal; possible up to 1. */
    d = 0;
    kind = KIND.equal;
    /**
     * The least M²/2 at a rapidity.
     *
     * @returns M²/2; more than `impossible` if the masses cannot be equal there, the more so the
     *  farther they are from it.
     */
    at(eta) {
        this.setPair(eta);
        const { event, x, kappa, U11, U22, U12 } = this;
        const A1 = x * this.oK1 + event.offset1;
        const A2 = (1 - x) * this.oK2 + event.offset2;
        this.gap = A1 - A2;
        this.d = this.gap / (kappa * Math.sqrt(this.S));
        this.kind = KIND.equal;
        if (this.equal && this.S <= OPPOSITE * (U11 + U22)) {
            this.kind = KIND.first;
            const apart = Math.abs(this.gap) > OPPOSITE * Math.abs(A1);
            return apart ? 2 * this.impossible : A1 - kappa * Math.sqrt(U11);
        }
        if (!this.equal) {
            const u1 = Math.sqrt(U11);
            const u2 = Math.sqrt(U22);
            const first = A1 - kappa * u1;
            const second = A2 - kappa * u2;
            // A vector along K has no direction of its own: it takes the other one's.
            const secondAtFirst = A2 + kappa * (u1 > 0 ? U12 / u1 : -u2);
            const firstAtSecond = A1 + kappa * (u2 > 0 ? U12 / u2 : -u1);
            if (secondAtFirst <= first) {
                this.kind = KIND.first;
                return first;
            }
            if (firstAtSecond <= second) {
                this.kind = KIND.second;
                return second;
            }
        }
        return this.equalLevel(A1);
    }
    /** Whether a level of the kind last found is the threshold of its mass, below which no momenta are. */
    atThreshold(level) {
        const { event, kind } = this;
        if (kind === KIND.equal)
            return false;
        const first = kind === KIND.first;
        const own = first ? event.o11 : event.o22;
        const rest = (first ? event.m1 : event.m2) * Math.sqrt(own);
        if (this.equal || rest === 0)
            return false;
        return level - (first ? event.offset1 : event.offset2) <= rest * (1 + THRESHOLD);
    }
    /** More than any M²/2 of the event. */
    get impossible() {
        return 1 + this.event.mT * this.event.mT;
    }
    equalLevel(A1) {
        const { d, S, C, kappa, U11, U12 } = this;
        if (!(Math.abs(d) <= 1))
            return this.impossible + Math.min(Math.abs(d), 1e9);
        const across = Math.sqrt((1 - d) * (1 + d) * C);
        return A1 - (kappa * (d * (U11 + U12) + across)) / Math.sqrt(S);
    }
    setPair(eta) {
        const { event, K } = this;
        const { mT, vE, m1, m2, o11, o22, o12 } = event;
        const half = Math.sinh(eta / 2);
        const sinh = 2 * half * Math.sqrt(1 + half * half);
        const sumOfMasses = m1 + m2;
        K.e = mT - vE + 2 * mT * half * half;
        K.x = event.Px;
        K.y = event.Py;
        K.z = mT * sinh;
        const s = Math.max(event.largest - 4 * mT * vE * half * half, sumOfMasses * sumOfMasses);
        this.s = s;
        // √λ(s, m₁², m₂²)/(2s) and (s + m₁² − m₂²)/(2s), which massless particles keep at s = 0.
        const sum = s > 0 ? (sumOfMasses * sumOfMasses) / s : 0;
        const difference = s > 0 ? ((m1 - m2) * (m1 - m2)) / s : 0;
        this.kappa = Math.sqrt(Math.max(0, (1 - sum) * (1 - difference))) / 2;
        this.x = s > 0 ? (1 + ((m1 - m2) * sumOfMasses) / s) / 2 : 0.5;
        const a = (this.oK1 = dot(event.o1, K));
        const b = (this.oK2 = dot(event.o2, K));
        this.U11 = Math.max(0, a * a - o11 * s);
        this.U22 = Math.max(0, b * b - o22 * s);
        this.U12 = a * b - o12 * s;
        this.S = Math.max(0, this.U11 + this.U22 + 2 * this.U12);
        // U₁₁U₂₂ − U₁₂², without the terms that cancel.
        const gram = 2 * o12 * a * b - o11 * b * b - o22 * a * a - s * (o12 * o12 - o11 * o22);
        this.C = Math.max(0, s * gram);
    }
}
