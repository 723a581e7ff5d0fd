import { EVENT } from "./event.js";
import { lowestLevel } from "./lowest-level.js";
import { Probe } from "./probe.js";
/** One for all calls, so that no event allocates; nothing in it outlives a call. */
const probe = new Probe();
/**
 * The lowest level at which two branches can share the missing transverse momentum, by a search that finds it however
 * light or ill-placed the particles are.
 *
 * @param event Row of an `EVENT` that is not decided at its threshold; receives k₁.
 * @returns X = (M² − M₀²)/2.
 */
export function search(event) {
    const { separation } = probe;
    const { branch1, branch2 } = separation;
    branch1.set(event[EVENT.m1], event[EVENT.x1], event[EVENT.y1], event[EVENT.mk1]);
    branch2.set(event[EVENT.m2], event[EVENT.x2], event[EVENT.y2], event[EVENT.mk2]);
    const Px = event[EVENT.Px];
    const Py = event[EVENT.Py];
    separation.Px = Px;
    separation.Py = Py;
    const threshold = separation.setThreshold();
    probe.thresholdSquared = threshold * threshold;
    probe.resetArc();
    if (branch1.m > 0)
        aimFromThreshold(probe);
    else
        probe.aimAtMiddle();
    // Half of P for each invisible particle gives an upper bound.
    const highest = Math.max(branch1.levelAt(Px / 2, Py / 2), branch2.levelAt(Px / 2, Py / 2));
    const X = lowestLevel(probe, highest);
    event[EVENT.kx] = separation.k1x;
    event[EVENT.ky] = separation.k1y;
    return X;
}
/**
 * Aims in the direction that separates the sets at the threshold: there R₁ is the point
 * k₁ = p₁ m_k1/m₁, and the gradient of m_T(v₂, k₂) at k₂ = P − k₁ points from R₂ to it.
 */
function aimFromThreshold(probe) {
    const { branch1, branch2, Px, Py } = probe.separation;
    const ratio = branch1.mk / branch1.m;
    const kx = Px - ratio * branch1.px;
    const ky = Py - ratio * branch1.py;
    const { m, px, py, mk } = branch2;
    const velocity = Math.sqrt((m * m + px * px + py * py) / (mk * mk + kx * kx + ky * ky));
    probe.aimAt(velocity * kx - px, velocity * ky - py);
}
