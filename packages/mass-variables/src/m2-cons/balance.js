/** The secant finds the zeros exactly if the invisible masses differ; otherwise they are already exact. */
const SECANT_STEPS = 8;
/**
 * The rapidities at which A₁ = A₂, of which there are at most two.
 *
 * With D = o₁ − o₂ and equal invisible masses, D·K/2 + offset₁ − offset₂ = 0 is quadratic in e^η.
 *
 * @param rapidities Receives them.
 * @returns How many lie within the reach.
 */
export function balanceRapidities(splitting, rapidities) {
    const { o1, o2, mT, vE, Px, Py, offset1, offset2, reach } = splitting.event;
    const e = o1.e - o2.e;
    const z = o1.z - o2.z;
    const across = (o1.x - o2.x) * Px + (o1.y - o2.y) * Py;
    const c = e * vE + across - 2 * (offset1 - offset2);
    // a t² − 2 b t + g = 0 for t = e^η.
    const a = mT * (e - z);
    const b = c;
    const g = mT * (e + z);
    const discriminant = b * b - a * g;
    if (!(discriminant >= 0))
        return 0;
    const larger = b + (b >= 0 ? 1 : -1) * Math.sqrt(discriminant);
    let found = 0;
    for (const t of [larger / a, g / larger]) {
        const eta = polish(splitting, Math.log(t));
        if (Math.abs(eta) < reach)
            rapidities[found++] = eta;
    }
    return found;
}
function polish(splitting, start) {
    const { m1, m2 } = splitting.event;
    if (m1 === m2)
        return start;
    let before = start + 1e-4;
    let at = start;
    let gapBefore = gapAt(splitting, before);
    for (let i = 0; i < SECANT_STEPS; ++i) {
        const gap = gapAt(splitting, at);
        if (gap === gapBefore)
            break;
        const next = at - (gap * (at - before)) / (gap - gapBefore);
        before = at;
        gapBefore = gap;
        at = next;
    }
    return at;
}
function gapAt(splitting, eta) {
    splitting.at(eta);
    return splitting.gap;
}
