const GOLDEN = (Math.sqrt(5) - 1) / 2;
/** Golden section leaves the square root of rounding of its argument, from a step of the scan or less. */
const REFINED = 1e-9;
/** First step of a descent, in θ. */
const FIRST_STEP = 1e-7;
/** Golden section for the least level between two angles θ, η = −reach·cos θ. */
export function refine(splitting, from, to) {
    const { reach } = splitting.event;
    let a = from;
    let b = to;
    let x = b - GOLDEN * (b - a);
    let y = a + GOLDEN * (b - a);
    let fx = splitting.at(-reach * Math.cos(x));
    let fy = splitting.at(-reach * Math.cos(y));
    while (b - a > REFINED) {
        if (fx <= fy) {
            b = y;
            y = x;
            fy = fx;
            x = b - GOLDEN * (b - a);
            fx = splitting.at(-reach * Math.cos(x));
        }
        else {
            a = x;
            x = y;
            fx = fy;
            y = a + GOLDEN * (b - a);
            fy = splitting.at(-reach * Math.cos(y));
        }
    }
    return fx <= fy ? x : y;
}
/**
 * Downhill from an angle θ to one side in steps that double, then golden section.
 *
 * @param side 1 for greater angles, −1 for smaller ones.
 */
export function descend(splitting, theta, side) {
    const { reach } = splitting.event;
    let step = side * FIRST_STEP;
    let before = theta;
    let at = theta;
    let here = splitting.at(-reach * Math.cos(at));
    for (;;) {
        const to = Math.min(Math.PI, Math.max(0, at + step));
        const next = splitting.at(-reach * Math.cos(to));
        if (!(next <= here) || to === at)
            return refine(splitting, Math.min(before, to), Math.max(before, to));
        before = at;
        at = to;
        here = next;
        step *= 2;
    }
}
