import type { Dual } from './dual.ts';

/** Level down to which a direction is looked for, and the factor between two levels. */
const LOWEST = 1e-14;
const LOWER = 1 / 16;
/** Steps at one level. */
const STEPS = 30;
/** Parts of a step, and the fall of h a whole one must bring. */
const SHORTER = 0.4;
const SHORTEST = 1e-4;
const FALL = 1e-3;

/**
 * Looks for a direction that excludes a level, h(u; Y) < 0, at lower and lower levels.
 *
 * At a level that has solutions there is none. Where h is not negative, u follows its fall on the
 * sphere |u| = 1, where a minimum above 0 may be the one on the far side: then the opposite direction
 * is tried as well.
 *
 * @returns `below` if h rises with Y, which excludes the levels up to this one; `above` if it falls at
 *  all levels, which excludes every level; else `none`.
 */
export function separate(dual: Dual): 'below' | 'above' | 'none' {
  while (dual.evaluate()) {
    if (!descend(dual)) turnBack(dual);
    if (dual.h < 0 && dual.rate > 0) return 'below';
    if (dual.level < LOWEST) return dual.h < 0 ? 'above' : 'none';
    dual.level *= LOWER;
  }
  return 'none';
}

function turnBack(dual: Dual): void {
  dual.aim(-dual.nuX, -dual.nuY, -dual.theta);
  if (dual.evaluate()) {
    descend(dual);
  } else {
    dual.aim(-dual.nuX, -dual.nuY, -dual.theta);
    dual.evaluate();
  }
}

/** Lowers h at a fixed level until it is negative; false if it ends above. */
function descend(dual: Dual): boolean {
  for (let step = 0; step < STEPS; ++step) {
    if (dual.h < 0) return true;
    dual.findStep(0);
    if (!descendStep(dual)) return false;
  }
  return false;
}

function descendStep(dual: Dual): boolean {
  const { h, level } = dual;
  dual.hold();
  for (let part = 1; part > SHORTEST; part *= SHORTER) {
    dual.move(part, level);
    if (dual.evaluate() && dual.h < (1 - FALL * part) * h) return true;
  }
  dual.move(0, level);
  dual.evaluate();
  return false;
}
