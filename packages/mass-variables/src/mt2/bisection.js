/** Far above what halving an arc to nothing takes. */
const DIRECTIONS = 200;
/**
 * X* by bisection: slow, and right however light or ill-placed the particles are.
 *
 * @param probe Where the search stands; left at the last level tried.
 * @param lowest A lower bound on X*.
 * @param highest An upper bound on X*.
 * @returns X* to the rounding of M₀² + 2X*; `lowest` if the bounds are in the wrong order.
 */
export function bisection(probe, lowest, highest) {
    const { separation, thresholdSquared } = probe;
    let low = lowest;
    let high = highest;
    while (high - low > Number.EPSILON * (thresholdSquared / 2 + high)) {
        const middle = between(low, high);
        if (!(middle > low && middle < high))
            break;
        if (!separates(probe, middle))
            high = middle;
        // h is concave in X: its tangent meets 0 at or below X*.
        else
            low = Math.max(middle, middle - separation.overlap / separation.overlapRate);
    }
    return low;
}
/** The middle of an interval, in the logarithm where that is far from its ends. */
function between(low, high) {
    return high > 4 * low ? Math.max(Math.sqrt(low * high), high / 16) : (low + high) / 2;
}
/** Whether some direction separates the sets at a level; the probe ends there if so. */
function separates(probe, X) {
    probe.X = X;
    probe.resetArc();
    if (!probe.arc.holds(probe.nx, probe.ny))
        probe.halve();
    for (let step = 0; step < DIRECTIONS; ++step) {
        probe.evaluate();
        const { overlap, turn, stiffness } = probe.separation;
        if (overlap < 0)
            return true;
        if (overlap < Infinity)
            probe.cut(overlap);
        // A Newton step and a halving in turns: the first is fast, the second sure.
        const inside = step % 2 === 0 && probe.turnBy(-turn / stiffness);
        if (!inside && !probe.halve())
            return false;
    }
    return false;
}
