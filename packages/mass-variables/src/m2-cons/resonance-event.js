import { CHAIN } from "../m2/problem.js";
/** A four-momentum that is written again for every event. */
export class Vector {
    e = 0;
    x = 0;
    y = 0;
    z = 0;
}
/**
 * An event with a resonance of known mass, in the frame in which the visible sum V has V_z = 0.
 *
 * With T = V_T + P the transverse momentum of Y and M_T = √(m_Y² + T²), the rapidity η of Y relative
 * to V is the one unknown of the pair k₁ + k₂ = K:
 *
 *     K = (M_T cosh η − V_E, P, M_T sinh η),   K² = (M_T − V_E)² − P² − 4 M_T V_E sinh²(η/2)
 */
export class ResonanceEvent {
    /** Objective vectors o₁, o₂: the mass M_i is that of o_i + k_i. */
    o1 = new Vector();
    o2 = new Vector();
    o11 = 0;
    o22 = 0;
    o12 = 0;
    /** (o_i² + m_i²)/2, so that M_i²/2 = o_i·k_i + offset_i. */
    offset1 = 0;
    offset2 = 0;
    m1 = 0;
    m2 = 0;
    /** Missing transverse momentum P. */
    Px = 0;
    Py = 0;
    /** M_T of Y, and energy of V. */
    mT = 0;
    vE = 0;
    /** Rapidity of V in the laboratory. */
    rapidity = 0;
    /** K² at η = 0, its largest. */
    largest = 0;
    /** η lies between −reach and reach; NaN if no η is possible. */
    reach = 0;
    visible = new Vector();
    /**
     * Takes an event.
     *
     * @param mass Mass of Y in the units of the problem.
     */
    set(subsystem, { chain1, chain2, ptmiss }, mass) {
        const { visible } = this;
        visible.e = visible.x = visible.y = visible.z = 0;
        addVisible(visible, subsystem, chain1);
        addVisible(visible, subsystem, chain2);
        this.vE = Math.sqrt(Math.max(0, (visible.e - visible.z) * (visible.e + visible.z)));
        const cosh = visible.e / this.vE;
        const sinh = visible.z / this.vE;
        this.rapidity = Math.asinh(sinh);
        takeObjective(this.o1, chain1, cosh, sinh);
        takeObjective(this.o2, chain2, cosh, sinh);
        this.o11 = chain1[CHAIN.oo];
        this.o22 = chain2[CHAIN.oo];
        this.o12 = dot(this.o1, this.o2);
        this.offset1 = chain1[CHAIN.offset];
        this.offset2 = chain2[CHAIN.offset];
        this.m1 = chain1[CHAIN.m];
        this.m2 = chain2[CHAIN.m];
        this.Px = ptmiss[0];
        this.Py = ptmiss[1];
        const Tx = visible.x + this.Px;
        const Ty = visible.y + this.Py;
        this.mT = Math.sqrt(mass * mass + Tx * Tx + Ty * Ty);
        this.setReach();
    }
    setReach() {
        const { mT, vE, Px, Py, m1, m2 } = this;
        const energy = mT - vE;
        const P = Math.sqrt(Px * Px + Py * Py);
        this.largest = (energy - P) * (energy + P);
        const room = this.largest - (m1 + m2) * (m1 + m2);
        this.reach = energy > 0 && room >= 0 ? 2 * Math.asinh(Math.sqrt(room / (4 * mT * vE))) : NaN;
    }
}
export function dot(a, b) {
    return a.e * b.e - a.x * b.x - a.y * b.y - a.z * b.z;
}
/** The visible particles of a chain: a + b = o in (ab), o + c in (b). */
function addVisible(sum, subsystem, chain) {
    const share = subsystem === 'ab' ? 0 : 1;
    sum.e += chain[CHAIN.oE] + share * chain[CHAIN.cE];
    sum.x += chain[CHAIN.ox] + share * chain[CHAIN.cx];
    sum.y += chain[CHAIN.oy] + share * chain[CHAIN.cy];
    sum.z += chain[CHAIN.oz] + share * chain[CHAIN.cz];
}
/** o of a chain, boosted along the beam. */
function takeObjective(o, chain, cosh, sinh) {
    const e = chain[CHAIN.oE];
    const z = chain[CHAIN.oz];
    o.e = cosh * e - sinh * z;
    o.x = chain[CHAIN.ox];
    o.y = chain[CHAIN.oy];
    o.z = cosh * z - sinh * e;
}
