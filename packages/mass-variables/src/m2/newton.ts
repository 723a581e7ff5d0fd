import type { Dual } from './dual.ts';

/** |G| that counts as 0, in units of the event, and what rounding may leave of it. */
const CLOSED = 1e-11;
const ROUNDING = 1e-9;
/** Shortenings of a step, and the fall of |G|² a whole one must bring. */
const SHORTENINGS = 8;
const SHORTER = 0.4;
const FALL = 0.1;
/** Part of the way to the threshold a step goes that would cross it. */
const STEP_DOWN = 0.7;

/**
 * Newton's method for G(u; Y) = 0 from the dual's u and level.
 *
 *     dY = −u·G / u·G_Y,   du = −H⁺ (G + G_Y dY)
 *
 * shortened until |G| falls.
 *
 * @param steps The most it takes.
 * @returns Whether it ended in G = 0 with ∂h/∂Y > 0: the certificate of the global minimum.
 */
export function newton(dual: Dual, steps: number): boolean {
  if (!dual.evaluate()) return false;
  for (let step = 0; step < steps && dual.violation > CLOSED * CLOSED; ++step) {
    if (!advance(dual)) break;
  }
  return dual.violation < ROUNDING * ROUNDING && dual.rate > 0;
}

/** Goes along the step until |G|² falls; false if it does not. */
function advance(dual: Dual): boolean {
  const { level, violation } = dual;
  const rise = levelStep(dual);
  dual.findStep(rise);
  dual.hold();
  // Down there a step that does not help is not too long but rounding.
  const most = violation < ROUNDING * ROUNDING ? 1 : SHORTENINGS;
  let part = 1;
  for (let shortening = 0; shortening < most; ++shortening) {
    dual.move(part, level + part * rise);
    if (dual.evaluate() && dual.violation < (1 - FALL * part) * violation) return true;
    part *= SHORTER;
  }
  dual.move(0, level);
  dual.evaluate();
  return false;
}

function levelStep({ h, rate, level }: Dual): number {
  const rise = rate > 0 ? -h / rate : h < 0 ? level / 2 : -level / 2;
  return rise > -level ? rise : -STEP_DOWN * level;
}
