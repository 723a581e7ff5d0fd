/** Columns of this one event. */
export function singleEvent({ a1, b1, a2, b2, ptmiss }) {
    const column = ([e, px, py, pz]) => ({
        e: Float64Array.of(e),
        px: Float64Array.of(px),
        py: Float64Array.of(py),
        pz: Float64Array.of(pz),
    });
    return {
        a1: column(a1),
        b1: column(b1),
        a2: column(a2),
        b2: column(b2),
        ptmissX: Float64Array.of(ptmiss[0]),
        ptmissY: Float64Array.of(ptmiss[1]),
    };
}
/** The only event of columns of one. */
export function singleMinimum({ value, status, residual, k1, k2 }) {
    return {
        value: value[0],
        status: status[0],
        residual: residual[0],
        k1: [k1.e[0], k1.px[0], k1.py[0], k1.pz[0]],
        k2: [k2.e[0], k2.px[0], k2.py[0], k2.pz[0]],
    };
}
