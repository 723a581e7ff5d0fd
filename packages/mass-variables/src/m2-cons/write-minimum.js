import { dot } from "./resonance-event.js";
import { KIND } from "./splitting.js";
/** Writes an event without a minimum. */
export function writeNone(out, i) {
    out.value[i] = NaN;
    out.residual[i] = NaN;
    for (const k of [out.k1, out.k2])
        k.e[i] = k.px[i] = k.py[i] = k.pz[i] = NaN;
}
/**
 * Writes a minimum.
 *
 * @param level M²/2 at the minimum, in units of unit².
 * @param unit What the numbers of the splitting are multiples of, GeV.
 */
export function writeMinimum(out, i, splitting, momenta, level, unit) {
    const { rapidity } = splitting.event;
    out.value[i] = unit * Math.sqrt(2 * Math.max(0, level));
    out.residual[i] = residual(splitting, momenta, level);
    const cosh = unit * Math.cosh(rapidity);
    const sinh = unit * Math.sinh(rapidity);
    writeVector(out.k1, i, momenta.k1, cosh, sinh, unit);
    writeVector(out.k2, i, momenta.k2, cosh, sinh, unit);
}
/** Back to the laboratory. */
function writeVector(column, i, k, cosh, sinh, unit) {
    column.e[i] = cosh * k.e + sinh * k.z;
    column.px[i] = unit * k.x;
    column.py[i] = unit * k.y;
    column.pz[i] = cosh * k.z + sinh * k.e;
}
/**
 * The largest violation of k_i² = m_i² and of M_i = M, where M_i has to be M, relative to M_T² of Y.
 *
 * k₁ + k₂ = K holds as the momenta are made, and with it pTmiss and the mass of Y.
 */
function residual({ event, kind }, { k1, k2 }, level) {
    const { m1, m2, mT } = event;
    const above1 = dot(event.o1, k1) + event.offset1 - level;
    const above2 = dot(event.o2, k2) + event.offset2 - level;
    return (Math.max(Math.abs(dot(k1, k1) - m1 * m1), Math.abs(dot(k2, k2) - m2 * m2), kind === KIND.second ? above1 : Math.abs(above1), kind === KIND.first ? above2 : Math.abs(above2)) /
        (mT * mT));
}
