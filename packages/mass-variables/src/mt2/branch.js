import { levelAt } from "./level-at.js";
/**
 * One branch of the decay, v + k, and the set R(M) of transverse momenta its invisible particle can
 * have while m_T(v, k) ≤ M: a filled ellipse, or a parabola if v is massless.
 *
 *     R(M) = { k : E_T E_kT − p·k ≤ y },   y = (M² − m² − m_k²)/2
 *
 * The level M is given as X = (M² − M₀²)/2, counted from a common threshold M₀ ≥ m + m_k: differences
 * to the threshold then carry no rounding of M².
 *
 * `supportAt` finds the farthest point of R(M) along a unit vector n. With w = n·p, c = n⊥·p (n⊥ is n
 * turned by +90°), S = √(m² + w²) and K = √(y² − m² m_k²) it is
 *
 *     k = (K/S) n + β p,   β = (y + w K/S)/m²
 *
 * One object per branch serves all events, so that none is allocated on the way.
 */
export class Branch {
    /** Mass and transverse momentum of the visible particle, mass of the invisible one. */
    m = NaN;
    px = NaN;
    py = NaN;
    mk = NaN;
    /** (M₀² − (m + m_k)²)/2: how far the own threshold lies below the common one. */
    slack = NaN;
    /** n·k at the farthest point; +∞ if R(M) has none. */
    support = NaN;
    /** n⊥·k there. */
    sideways = NaN;
    /** Derivatives of both by X. */
    supportRate = NaN;
    sidewaysRate = NaN;
    /** Derivative of n⊥·k by the angle of n: the radius of curvature. */
    curvature = NaN;
    /** Sets the particles; `supportAt` also needs `setThreshold`. */
    set(m, px, py, mk) {
        this.m = m;
        this.px = px;
        this.py = py;
        this.mk = mk;
    }
    /** The smallest m_T: m + m_k. */
    get threshold() {
        return this.m + this.mk;
    }
    /** Transverse energy of v. */
    get transverseEnergy() {
        return Math.sqrt(this.m * this.m + this.px * this.px + this.py * this.py);
    }
    /** About the transverse energy of v. */
    get size() {
        return this.m + Math.abs(this.px) + Math.abs(this.py);
    }
    /** Sets the common threshold M₀ from which levels are counted. */
    setThreshold(threshold) {
        this.slack = ((threshold - this.threshold) * (threshold + this.threshold)) / 2;
    }
    /**
     * The farthest point of R(M) along the unit vector n, and how it moves.
     *
     * Both forms are the same number; each is used where it adds terms of one sign, which also makes
     * the first one hold for massless v.
     *
     * @param nx Component of n along x; likewise `ny`.
     * @param X Level (M² − M₀²)/2, not negative.
     */
    supportAt(nx, ny, X) {
        const { m, mk } = this;
        const w = nx * this.px + ny * this.py;
        const c = nx * this.py - ny * this.px;
        const excess = X + this.slack;
        const y = excess + m * mk;
        const K = Math.sqrt(excess * (excess + 2 * m * mk));
        const S = Math.sqrt(m * m + w * w);
        const KS = K * S;
        let beta;
        if (w < 0) {
            const sum = KS - w * y;
            this.support = (K * K - mk * mk * w * w) / sum;
            this.supportRate = (y * K - w * mk * mk * S) / (K * sum);
            beta = (y * y + mk * mk * w * w) / (S * (y * S - w * K));
        }
        else {
            this.support = (KS + w * y) / (m * m);
            this.supportRate = (y * S + w * K) / (m * m * K);
            beta = (y + (w * K) / S) / (m * m);
        }
        this.sideways = beta * c;
        this.sidewaysRate = (this.support * c) / KS;
        this.curvature = (K / S) * (1 + (c * c) / (S * S));
    }
    /** The level at which k is on the edge of R(M). */
    levelAt(kx, ky) {
        return levelAt(this.m, this.px, this.py, this.mk, kx, ky) - this.slack;
    }
}
