import type { Dual } from './dual.ts';
import { newton } from './newton.ts';
import { separate } from './separate.ts';

/** What an ascent ended with. */
export const ASCENT = { solved: 0, infeasible: 1, lost: 2 } as const;

/** One of the numbers of {@link ASCENT}. */
export type Ascent = (typeof ASCENT)[keyof typeof ASCENT];

/** Steps upwards, of which every third is followed by some of Newton's method. */
const STEPS = 60;
const BETWEEN = 3;
const NEWTON_STEPS = 12;
const LAST_NEWTON_STEPS = 40;
/** Shortenings of a step in u. */
const SHORTENINGS = 24;
const SHORTER = 0.4;
/** h that is rounding. */
const ROUNDING = 1e-14;

/**
 * Raises a proven lower bound of the level until Newton's method closes in on the minimum, or until a
 * level is found to have none above it.
 *
 * A u with h(u; Y) < 0 that rises with Y excludes all levels up to Y, because h is concave in Y. A step
 * raises Y to the root of h(u; ·), or a little less, and moves u to where the convex h(·; Y) is lower.
 * Where h < 0 falls with Y, all levels above are excluded, too: no momenta fulfil the conditions.
 *
 * @param dual Aimed at a direction and level; left at what was found.
 * @returns `lost` if neither was reached.
 */
export function ascend(dual: Dual): Ascent {
  const bound = separate(dual);
  if (bound === 'none') return ASCENT.lost;
  if (bound === 'above') return ASCENT.infeasible;
  for (let step = 1; step <= STEPS; ++step) {
    if (!(dual.rate > 0)) return ASCENT.infeasible;
    if (step % BETWEEN === 0 && tryNewton(dual)) return ASCENT.solved;
    if (!rise(dual)) break;
  }
  return newton(dual, LAST_NEWTON_STEPS) ? ASCENT.solved : ASCENT.lost;
}

/** Some steps of Newton's method, which are taken back if they do not end. */
function tryNewton(dual: Dual): boolean {
  const { nuX, nuY, theta, level } = dual;
  if (newton(dual, NEWTON_STEPS)) return true;
  dual.nuX = nuX;
  dual.nuY = nuY;
  dual.theta = theta;
  dual.level = level;
  dual.evaluate();
  return false;
}

/** One step of level and u; false if neither gains. */
function rise(dual: Dual): boolean {
  const gain = Math.max(0, -dual.h / dual.rate);
  const level = dual.level + gain;
  dual.findStep(gain);
  dual.hold();
  let part = 1;
  for (let shortening = 0; shortening < SHORTENINGS; ++shortening) {
    dual.move(part, level);
    if (dual.evaluate() && dual.h < 0) return true;
    part *= SHORTER;
  }
  dual.move(0, level);
  return dual.evaluate() && dual.h < ROUNDING && gain > 0;
}
