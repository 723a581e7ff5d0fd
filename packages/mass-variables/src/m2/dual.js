import { CHAIN } from "./problem.js";
import { Support } from "./support.js";
/**
 * The dual of M_2CC: how far the momenta of both chains can go towards u = (ν_x, ν_y, θ) beyond what
 * closes the event.
 *
 *     h(u; Y) = u·G,   G = ( k₁T + k₂T − P,  C₀ − Σ σ_i c_i·k_i ),   C₀ = con₂ − con₁
 *
 * h is convex in u and concave in Y, G is its gradient by u. A u with h < 0 proves that level Y has no
 * solution; G = 0 with ∂h/∂Y > 0 is the minimum, proven to be the global one.
 */
export class Dual {
    nuX = NaN;
    nuY = NaN;
    theta = NaN;
    level = NaN;
    chain1 = new Support(1);
    chain2 = new Support(-1);
    /** Y at level 0. */
    threshold = NaN;
    Px = NaN;
    Py = NaN;
    C0 = NaN;
    /** G and its derivative by the level. */
    gX = NaN;
    gY = NaN;
    gT = NaN;
    rateX = NaN;
    rateY = NaN;
    rateT = NaN;
    /** h and its derivative by the level. */
    h = NaN;
    rate = NaN;
    /** Takes a problem. */
    set(problem) {
        const { chain1, chain2 } = this;
        chain1.set(problem.chain1);
        chain2.set(problem.chain2);
        const threshold = Math.max(chain1.threshold, chain2.threshold);
        this.threshold = threshold;
        chain1.slack = threshold - chain1.threshold;
        chain2.slack = threshold - chain2.threshold;
        this.Px = problem.ptmiss[0];
        this.Py = problem.ptmiss[1];
        this.C0 = problem.chain2[CHAIN.con] - problem.chain1[CHAIN.con];
    }
    /** Sets u, of length 1. */
    aim(nuX, nuY, theta) {
        const scale = 1 / Math.sqrt(nuX * nuX + nuY * nuY + theta * theta);
        this.nuX = nuX * scale;
        this.nuY = nuY * scale;
        this.theta = theta * scale;
    }
    /**
     * Evaluates G and its derivatives at u and the level.
     *
     * @returns False where h is infinite.
     */
    evaluate() {
        const { chain1, chain2 } = this;
        if (!chain1.at(this) || !chain2.at(this))
            return false;
        const { nuX, nuY, theta } = this;
        this.gX = chain1.kx + chain2.kx - this.Px;
        this.gY = chain1.ky + chain2.ky - this.Py;
        this.gT = this.C0 - (chain1.ck + chain2.ck);
        this.rateX = chain1.rateX + chain2.rateX;
        this.rateY = chain1.rateY + chain2.rateY;
        this.rateT = -(chain1.rateC + chain2.rateC);
        this.h = nuX * this.gX + nuY * this.gY + theta * this.gT;
        this.rate = nuX * this.rateX + nuY * this.rateY + theta * this.rateT;
        return true;
    }
    /** |G|². */
    get violation() {
        return this.gX * this.gX + this.gY * this.gY + this.gT * this.gT;
    }
    stepX = NaN;
    stepY = NaN;
    stepT = NaN;
    heldX = NaN;
    heldY = NaN;
    heldT = NaN;
    heldLevel = NaN;
    /**
     * Finds the step in u that answers G and a rise of the level, from what was evaluated.
     *
     *     du = −H⁺ (G + G_Y rise),   H⁺ = ((tr H) 1 − H)/det on the plane across u
     *
     * H is the Hessian of h, and H u = 0. The step is no longer than u.
     */
    findStep(rise) {
        const { chain1, chain2, nuX, nuY, theta } = this;
        const xx = chain1.xx + chain2.xx;
        const xy = chain1.xy + chain2.xy;
        const xt = chain1.xt + chain2.xt;
        const yy = chain1.yy + chain2.yy;
        const yt = chain1.yt + chain2.yt;
        const tt = chain1.tt + chain2.tt;
        const along = this.h + this.rate * rise;
        const x = this.gX + this.rateX * rise - along * nuX;
        const y = this.gY + this.rateY * rise - along * nuY;
        const t = this.gT + this.rateT * rise - along * theta;
        const trace = xx + yy + tt;
        const det = xx * yy - xy * xy + (xx * tt - xt * xt) + (yy * tt - yt * yt);
        const dx = xx * x + xy * y + xt * t - trace * x;
        const dy = xy * x + yy * y + yt * t - trace * y;
        const dt = xt * x + yt * y + tt * t - trace * t;
        const square = dx * dx + dy * dy + dt * dt;
        const scale = det > 0 && square <= det * det ? 1 / det : 1 / Math.sqrt(square);
        this.stepX = dx * scale;
        this.stepY = dy * scale;
        this.stepT = dt * scale;
    }
    /** Remembers u and the level, to step from. */
    hold() {
        this.heldX = this.nuX;
        this.heldY = this.nuY;
        this.heldT = this.theta;
        this.heldLevel = this.level;
    }
    /** Goes a part of the step in u from what was held, to a level. */
    move(part, level) {
        this.aim(this.heldX + part * this.stepX, this.heldY + part * this.stepY, this.heldT + part * this.stepT);
        this.level = level;
    }
}
