import { EVENT } from "./event.js";
import { massless } from "./massless.js";
import { newton } from "./newton.js";
import { search } from "./search.js";
import { sharedAtThreshold } from "./shared-at-threshold.js";
/**
 * M_T2 of an event and the transverse momentum of invisible 1 at the minimum.
 *
 * @param event Row of an `EVENT`, of a size whose seventh power is a number; receives k₁.
 * @returns M_T2 in the same units.
 */
export function solve(event) {
    const threshold1 = event[EVENT.m1] + event[EVENT.mk1];
    const threshold2 = event[EVENT.m2] + event[EVENT.mk2];
    const slack = ((threshold1 - threshold2) * (threshold1 + threshold2)) / 2;
    const shared = sharedAtThreshold(event, slack);
    event[EVENT.shared] = shared ? 1 : 0;
    if (shared)
        return threshold1;
    const thresholdSquared = threshold1 * threshold1;
    const bothMassless = event[EVENT.m1] === 0 && event[EVENT.m2] === 0;
    const explicit = bothMassless && event[EVENT.mk1] === event[EVENT.mk2];
    let X = explicit ? massless(event) : newton(event, thresholdSquared, slack);
    // Not a number: one event in a thousand that is better searched with a safeguard.
    if (!(X >= 0))
        X = search(event);
    return Math.sqrt(thresholdSquared + 2 * X);
}
