import { CHAIN } from "./problem.js";
/**
 * A chain's vectors o and c in the frame, boosted along the beam, in which o has no longitudinal
 * momentum: o = (m_To, o_T, 0).
 *
 * The chains may be boosted each for itself, because nothing but transverse momenta and invariants
 * ties them.
 */
export class LongitudinalFrame {
    /** m_To = √(o² + o_T²). */
    oE = NaN;
    ox = NaN;
    oy = NaN;
    cE = NaN;
    cx = NaN;
    cy = NaN;
    cz = NaN;
    oo = NaN;
    cc = NaN;
    oc = NaN;
    m = NaN;
    offset = NaN;
    con = NaN;
    /** Energy and longitudinal momentum of o outside this frame, divided by m_To. */
    gamma = NaN;
    gammaBeta = NaN;
    /**
     * Takes a chain.
     *
     * @returns False if o lies along the beam and is massless: then there is no such frame.
     */
    set(chain) {
        const { ox, oy, cx, cy, oo, oc } = this.take(chain);
        this.oE = Math.sqrt(oo + ox * ox + oy * oy);
        this.gamma = chain[CHAIN.oE] / this.oE;
        this.gammaBeta = chain[CHAIN.oz] / this.oE;
        this.cE = (oc + ox * cx + oy * cy) / this.oE;
        this.cz = this.gamma * chain[CHAIN.cz] - this.gammaBeta * chain[CHAIN.cE];
        return this.oE > 0;
    }
    take(chain) {
        this.ox = chain[CHAIN.ox];
        this.oy = chain[CHAIN.oy];
        this.cx = chain[CHAIN.cx];
        this.cy = chain[CHAIN.cy];
        this.oo = chain[CHAIN.oo];
        this.cc = chain[CHAIN.cc];
        this.oc = chain[CHAIN.oc];
        this.m = chain[CHAIN.m];
        this.offset = chain[CHAIN.offset];
        this.con = chain[CHAIN.con];
        return this;
    }
    /** The level below which this chain has no k: Y = offset + m √o². */
    get threshold() {
        return this.offset + this.m * Math.sqrt(this.oo);
    }
    /**
     * Boosts a momentum of this frame back and writes it.
     *
     * @param E Energy in this frame; likewise `z`. `x` and `y` are the same in both.
     * @param row Receives E, x, y, z from index `at` on.
     */
    write(E, x, y, z, row, at) {
        row[at] = this.gamma * E + this.gammaBeta * z;
        row[at + 1] = x;
        row[at + 2] = y;
        row[at + 3] = this.gammaBeta * E + this.gamma * z;
    }
}
