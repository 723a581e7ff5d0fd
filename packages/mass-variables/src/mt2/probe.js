import { Arc } from "./arc.js";
import { Separation } from "./separation.js";
/**
 * Where the search for M_T2 stands: a direction n, a level X, and the arc the best direction is in.
 *
 * h is convex in n. So wherever X is at most X*, the residual r = k₁ + k₂ − P confines the best
 * direction to n·r ≤ 0, and every evaluation shortens the arc.
 */
export class Probe {
    separation = new Separation();
    arc = new Arc();
    nx = NaN;
    ny = NaN;
    X = NaN;
    /** M₀². */
    thresholdSquared = NaN;
    /** Takes h and its derivatives where the probe stands. */
    evaluate() {
        this.separation.at(this.nx, this.ny, this.X);
    }
    /** What rounding can make of h = 0, if X has the rounding of a number `spread` times larger. */
    rounding(spread) {
        const { noise, overlapRate } = this.separation;
        return noise + Number.EPSILON * (this.thresholdSquared + spread * this.X) * overlapRate;
    }
    /**
     * Points in a direction, if it is in the arc, else at its middle.
     *
     * @param nx Component along x, any length; likewise `ny`.
     */
    aimAt(nx, ny) {
        this.turnTo(nx, ny);
        if (!this.arc.holds(this.nx, this.ny))
            this.aimAtMiddle();
    }
    /**
     * Points amid the directions opposite to both visible momenta: there both sets are small.
     *
     * The velocity of a massive visible makes it count for less, so that a massless one flying the other way decides.
     */
    aimAtMiddle() {
        const { branch1, branch2 } = this.separation;
        if (branch1.m > 0 || branch2.m > 0) {
            const E1 = branch1.transverseEnergy;
            const E2 = branch2.transverseEnergy;
            this.turnTo(-branch1.px / E1 - branch2.px / E2, -branch1.py / E1 - branch2.py / E2);
            return;
        }
        this.arc.cut(branch1.px, branch1.py);
        this.arc.cut(branch2.px, branch2.py);
        this.turnTo(this.arc.middleX, this.arc.middleY);
        this.resetArc();
    }
    /** Allows the directions in which both sets are bounded. */
    resetArc() {
        const { branch1, branch2, Px, Py } = this.separation;
        this.arc.reset();
        if (branch1.m === 0)
            this.arc.cut(branch1.px, branch1.py);
        if (branch2.m === 0)
            this.arc.cut(branch2.px, branch2.py);
        // With everything massless the sets grow out of two rays, and P has to be off them.
        if (this.thresholdSquared === 0)
            this.arc.cut(-Px, -Py);
    }
    /**
     * Keeps the directions with n·r ≤ 0.
     *
     * @param overlap h, or 0 where that is all it is but for rounding.
     */
    cut(overlap) {
        const { turn } = this.separation;
        this.arc.cut(overlap * this.nx - turn * this.ny, overlap * this.ny + turn * this.nx);
    }
    /** Goes to the middle of the arc; false if that is where it stands: the arc is used up. */
    halve() {
        const { nx, ny } = this;
        this.turnTo(this.arc.middleX, this.arc.middleY);
        return !this.arc.empty && (this.nx !== nx || this.ny !== ny);
    }
    /** Turns n by about an angle; false if that leaves the arc. */
    turnBy(angle) {
        this.turnTo(this.nx - angle * this.ny, this.ny + angle * this.nx);
        return this.arc.holds(this.nx, this.ny);
    }
    turnTo(nx, ny) {
        const length = Math.sqrt(nx * nx + ny * ny);
        this.nx = nx / length;
        this.ny = ny / length;
    }
}
