import { Branch } from "./branch.js";
/** Beyond this, relative to pTmiss, rounding only says that a set is hardly bounded in the direction. */
const LARGEST_NOISE = 1e-14;
/**
 * How far the sets R₁(M) and P − R₂(M) overlap along a direction n.
 *
 *     h(n, X) = max n·k₁ + max n·k₂ − n·P,   k_i ∈ R_i(M),   X = (M² − M₀²)/2
 *
 * M < M_T2 exactly if some n separates the sets, h < 0. h is convex in n and, at fixed n, a concave
 * increasing function of X.
 */
export class Separation {
    branch1 = new Branch();
    branch2 = new Branch();
    /** Missing transverse momentum P. */
    Px = NaN;
    Py = NaN;
    /** The direction n. */
    nx = NaN;
    ny = NaN;
    /** h, and the least of it that is not rounding. */
    overlap = NaN;
    noise = NaN;
    /** ∂h/∂X. */
    overlapRate = NaN;
    /** n⊥·(k₁ + k₂ − P), the derivative of h by the angle of n, and its derivatives by X and angle. */
    turn = NaN;
    turnRate = NaN;
    stiffness = NaN;
    /** Sets M₀ to the larger of the two thresholds m + m_k and returns it. */
    setThreshold() {
        const threshold = Math.max(this.branch1.threshold, this.branch2.threshold);
        this.branch1.setThreshold(threshold);
        this.branch2.setThreshold(threshold);
        return threshold;
    }
    /**
     * Takes all of the above at one direction and level.
     *
     * @param nx Component along x of the unit vector n; likewise `ny`.
     * @param X Level, not negative.
     */
    at(nx, ny, X) {
        const { branch1, branch2, Px, Py } = this;
        this.nx = nx;
        this.ny = ny;
        branch1.supportAt(nx, ny, X);
        branch2.supportAt(nx, ny, X);
        this.overlap = branch1.support + branch2.support - (nx * Px + ny * Py);
        const size1 = Math.abs(branch1.support) + Math.abs(branch1.sideways);
        const size2 = Math.abs(branch2.support) + Math.abs(branch2.sideways);
        const size = Math.abs(Px) + Math.abs(Py);
        const noise = 4 * Number.EPSILON * (size1 + size2 + size);
        this.noise = Math.min(noise, LARGEST_NOISE * (size + branch1.mk + branch2.mk));
        this.overlapRate = branch1.supportRate + branch2.supportRate;
        this.turn = branch1.sideways + branch2.sideways - (nx * Py - ny * Px);
        this.turnRate = branch1.sidewaysRate + branch2.sidewaysRate;
        this.stiffness = branch1.curvature + branch2.curvature;
    }
    /**
     * The level at which the momenta of the last `at` would do, moved so that they add up to P: an
     * upper bound on X*, but for rounding of `noise` times the transverse energies.
     */
    upperBound() {
        const { branch1, branch2, Px, Py } = this;
        const kx = this.k1x;
        const ky = this.k1y;
        return Math.max(branch1.levelAt(kx, ky), branch2.levelAt(Px - kx, Py - ky));
    }
    /** k₁ of these momenta along x; likewise `k1y`. */
    get k1x() {
        const half = this.branch1.support - this.overlap / 2;
        return half * this.nx - (this.branch1.sideways - this.turn / 2) * this.ny;
    }
    get k1y() {
        const half = this.branch1.support - this.overlap / 2;
        return half * this.ny + (this.branch1.sideways - this.turn / 2) * this.nx;
    }
}
