import { newton } from "./newton.js";
/** What an ascent ended with. */
export const ASCENT = { solved: 0, infeasible: 1, lost: 2 };
/** Steps upwards, and shortenings of each by 0.4. */
const STEPS = 60;
const SHORTENINGS = 24;
const POLISH = 12;
/**
 * Raises a proven lower bound of the level until Newton's method closes in on the minimum, or until
 * none is left.
 *
 * From u with h(u; Y) < 0, which excludes all levels up to Y, the level rises to the root of h(u; ·),
 * which is concave, and u steps to where the convex h(·; Y) is lower. If h falls with Y where it is
 * negative, the levels above are excluded as well: no momenta fulfil the conditions.
 *
 * @param dual At u and a level where h is finite.
 */
export function ascend(dual) {
    const found = separate(dual);
    if (found !== ASCENT.solved)
        return found;
    for (let step = 0; step < STEPS; ++step) {
        if (!(dual.rate > 0))
            return ASCENT.infeasible;
        if (step % 3 === 2 && polish(dual))
            return ASCENT.solved;
        if (!rise(dual))
            break;
    }
    return newton(dual, 40) ? ASCENT.solved : ASCENT.lost;
}
function polish(dual) {
    const { nuX, nuY, theta, level } = dual;
    if (newton(dual, POLISH))
        return true;
    dual.aim(nuX, nuY, theta);
    dual.level = level;
    dual.evaluate();
    return false;
}
/** One step of level and u; false if neither gains. */
function rise(dual) {
    const gain = Math.max(0, -dual.h / dual.rate);
    const level = dual.level + gain;
    dual.findStep(gain);
    dual.hold();
    let part = 1;
    for (let shortening = 0; shortening < SHORTENINGS; ++shortening) {
        dual.move(part, level);
        if (dual.evaluate() && dual.h < 0)
            return true;
        part *= 0.4;
    }
    dual.move(0, level);
    return dual.evaluate() && dual.h < 1e-14 && gain > 0;
}
const LOWEST = 1e-14;
/** Finds u and a level with h < 0, rising with the level. */
function separate(dual) {
    if (!dual.evaluate())
        return ASCENT.lost;
    let excludedAbove = false;
    for (;;) {
        if (!(dual.h < 0)) {
            if (!descend(dual)) {
                dual.aim(-dual.nuX, -dual.nuY, -dual.theta);
                if (dual.evaluate())
                    descend(dual);
                else
                    dual.aim(-dual.nuX, -dual.nuY, -dual.theta);
            }
        }
        if (dual.h < 0 && dual.rate > 0)
            return ASCENT.solved;
        excludedAbove = dual.h < 0;
        if (dual.level < LOWEST)
            return excludedAbove ? ASCENT.infeasible : ASCENT.lost;
        dual.level /= 16;
        if (!dual.evaluate())
            return ASCENT.lost;
    }
}
/** Lowers h at a fixed level until it is negative; false if it has a minimum above 0. */
function descend(dual) {
    for (let step = 0; step < 30; ++step) {
        if (dual.h < 0)
            return true;
        const { h, level } = dual;
        dual.findStep(0);
        dual.hold();
        let part = 1;
        for (;;) {
            dual.move(part, level);
            if (dual.evaluate() && dual.h < (1 - 1e-3 * part) * h)
                break;
            part *= 0.4;
            if (part < 1e-4) {
                dual.move(0, level);
                dual.evaluate();
                return false;
            }
        }
    }
    return false;
}
