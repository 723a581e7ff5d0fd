import { CHAIN } from "./problem.js";
import { VisiblePair } from "./visible-pair.js";
/**
 * Makes the problem of one event after the other, in units of the event's own size
 *
 *     unit = √max((a₁+b₁)², (a₂+b₂)²) + max(m₁, m₂)
 *
 * which no boost along the beam changes. One object serves all events, so that none is allocated.
 */
export class Preparation {
    problem = {
        chain1: new Float64Array(CHAIN.length),
        chain2: new Float64Array(CHAIN.length),
        ptmiss: new Float64Array(2),
    };
    /** Trial masses of the invisible particles, GeV. */
    m1 = NaN;
    m2 = NaN;
    /** The unit of the problem, GeV. */
    unit = NaN;
    pair1 = new VisiblePair();
    pair2 = new VisiblePair();
    /**
     * Fills `problem` and `unit` with event i.
     *
     * @returns False if the event is not one: see the status `invalidInput`.
     */
    set(subsystem, events, i) {
        const { pair1, pair2, problem } = this;
        if (!pair1.set(events.a1, events.b1, i) || !pair2.set(events.a2, events.b2, i))
            return false;
        const Px = events.ptmissX[i];
        const Py = events.ptmissY[i];
        const largest = Math.max(massSquared(pair1), massSquared(pair2));
        let unit = Math.sqrt(largest) + Math.max(this.m1, this.m2);
        if (unit === 0)
            unit = Math.abs(Px) + Math.abs(Py) + pair1.aE + pair1.bE + pair2.aE + pair2.bE;
        if (unit === 0)
            unit = 1;
        // An infinite or undefined component makes this NaN.
        if (!((unit + Px + Py) * 0 === 0))
            return false;
        this.unit = unit;
        const scale = 1 / unit;
        problem.ptmiss[0] = Px * scale;
        problem.ptmiss[1] = Py * scale;
        problem.chain1[CHAIN.m] = this.m1 * scale;
        problem.chain2[CHAIN.m] = this.m2 * scale;
        const fill = subsystem === 'ab' ? fillAB : fillB;
        fill(problem.chain1, pair1, scale);
        fill(problem.chain2, pair2, scale);
        return true;
    }
}
function massSquared(pair) {
    return pair.aa + pair.bb + 2 * pair.ab;
}
/** o = a + b, c = b. */
function fillAB(chain, pair, scale) {
    const square = scale * scale;
    const mm = chain[CHAIN.m] * chain[CHAIN.m];
    const bb = pair.bb * square;
    const oo = massSquared(pair) * square;
    chain[CHAIN.oE] = (pair.aE + pair.bE) * scale;
    chain[CHAIN.ox] = (pair.ax + pair.bx) * scale;
    chain[CHAIN.oy] = (pair.ay + pair.by) * scale;
    chain[CHAIN.oz] = (pair.az + pair.bz) * scale;
    chain[CHAIN.cE] = pair.bE * scale;
    chain[CHAIN.cx] = pair.bx * scale;
    chain[CHAIN.cy] = pair.by * scale;
    chain[CHAIN.cz] = pair.bz * scale;
    chain[CHAIN.oo] = oo;
    chain[CHAIN.cc] = bb;
    chain[CHAIN.oc] = pair.ab * square + bb;
    chain[CHAIN.offset] = (oo + mm) / 2;
    chain[CHAIN.con] = (bb + mm) / 2;
}
/** o = b, c = a. */
function fillB(chain, pair, scale) {
    const square = scale * scale;
    const mm = chain[CHAIN.m] * chain[CHAIN.m];
    const aa = pair.aa * square;
    const oo = pair.bb * square;
    const oc = pair.ab * square;
    chain[CHAIN.oE] = pair.bE * scale;
    chain[CHAIN.ox] = pair.bx * scale;
    chain[CHAIN.oy] = pair.by * scale;
    chain[CHAIN.oz] = pair.bz * scale;
    chain[CHAIN.cE] = pair.aE * scale;
    chain[CHAIN.cx] = pair.ax * scale;
    chain[CHAIN.cy] = pair.ay * scale;
    chain[CHAIN.cz] = pair.az * scale;
    chain[CHAIN.oo] = oo;
    chain[CHAIN.cc] = aa;
    chain[CHAIN.oc] = oc;
    chain[CHAIN.offset] = (oo + mm) / 2;
    chain[CHAIN.con] = aa / 2 + oc;
}
