import { Ellipsoid } from "./ellipsoid.js";
/** Steps down or up to the level at which the first direction separates the chains. */
const STEPS = 3;
/** Least level a step downwards leaves, as part of the one before. */
const STEP_DOWN = 0.1;
/** The first level where nothing sets one. */
const ANY_LEVEL = 0.1;
/** One for all events, so that none allocates; nothing in them outlives a call. */
const first = new Ellipsoid();
const second = new Ellipsoid();
/**
 * Aims the dual where both o² > 0: two ellipsoids are to touch.
 *
 * Were they of one shape, they would touch in the direction u = M⁻¹ w, w from centre to centre; so u is
 * that for the sum of their shapes, then the level that of h(u; Y) = 0, then u again.
 *
 * @param extent The first level's κ² beyond m², in units of P².
 * @returns False if there is no such direction.
 */
export function startMassive(dual, problem, extent) {
    first.set(problem.chain1, dual.chain1);
    second.set(problem.chain2, dual.chain2);
    const kappaSquared = extent * (dual.Px * dual.Px + dual.Py * dual.Py);
    dual.level = Math.max(first.levelWith(kappaSquared), second.levelWith(kappaSquared));
    if (!(dual.level > 0))
        dual.level = ANY_LEVEL;
    aim(dual);
    seekLevel(dual);
    aim(dual);
    return dual.nuX * 0 === 0 && dual.level > 0;
}
/** Aims at M⁻¹ w for the dual's level. */
function aim(dual) {
    first.setLevel(dual.level);
    second.setLevel(dual.level);
    const f = first.kappa;
    const s = second.kappa;
    const xx = f * first.xx + s * second.xx;
    const xy = f * first.xy + s * second.xy;
    const xt = f * first.xt + s * second.xt;
    const yy = f * first.yy + s * second.yy;
    const yt = f * first.yt + s * second.yt;
    const tt = f * first.tt + s * second.tt;
    const y1 = first.product(dual.level);
    const y2 = second.product(dual.level);
    const x = dual.Px - (y1 * first.x + y2 * second.x);
    const y = dual.Py - (y1 * first.y + y2 * second.y);
    const t = -dual.C0 - (y1 * first.t + y2 * second.t);
    const ax = yt * yt - yy * tt;
    const ay = xy * tt - xt * yt;
    const at = xt * yy - xy * yt;
    const by = xt * xt - xx * tt;
    const bt = xx * yt - xy * xt;
    const ct = xy * xy - xx * yy;
    // −adj M is what stands here: a positive matrix has a positive adjugate.
    dual.aim(-(ax * x + ay * y + at * t), -(ay * x + by * y + bt * t), -(at * x + bt * y + ct * t));
}
/** Newton's method for h(u; Y) = 0 in Y; a step downwards is one in √Y. */
function seekLevel(dual) {
    first.setDirection(dual);
    second.setDirection(dual);
    const target = dual.nuX * dual.Px + dual.nuY * dual.Py - dual.theta * dual.C0;
    for (let step = 0; step < STEPS; ++step) {
        const { level } = dual;
        first.setLevel(level);
        second.setLevel(level);
        const centre = first.product(level) * first.drift + second.product(level) * second.drift;
        const h = first.kappa * first.width + second.kappa * second.width + centre - target;
        const rate = first.rate(level) * first.width +
            second.rate(level) * second.width +
            first.drift +
            second.drift;
        if (!(rate > 0))
            return;
        const rise = -h / rate;
        const root = Math.max(STEP_DOWN, 1 + rise / (2 * level));
        dual.level = rise > -level / 2 ? level + rise : level * root * root;
    }
}
