import type { HeavierChain } from './heavier-chain.ts';

/** Steps of Newton's method, five of which are the rule, and halvings of one. */
const STEPS = 60;
const HALVINGS = 40;
/** Predicted decrease of the level, in units of the event, below which it is the minimum. */
const SETTLED = 1e-28;
/** Part of its trace that is added to the matrix where it may have no inverse. */
const STIFFENING = 1e-3;
/** Rounding of the level. */
const ROUNDING = 1e-15;

/**
 * Minimises the level of a chain by Newton's method, with steps shortened until the level falls.
 *
 * @param chain Stands at some q; left at the minimum.
 * @returns False if the search did not settle: the level may have no minimum, but a limit at infinity.
 */
export function lowestLevelOf(chain: HeavierChain): boolean {
  let decrease = Infinity;
  for (let step = 0; step < STEPS; ++step) {
    chain.differentiate();
    const { gradX, gradY, xy } = chain;
    // Where the condition makes no difference, a massless particle's level is straight along its momentum.
    const stiffening = chain.bound ? 0 : STIFFENING * (chain.xx + chain.yy);
    const xx = chain.xx + stiffening;
    const yy = chain.yy + stiffening;
    const det = xx * yy - xy * xy;
    if (!(det > 0)) return false;
    const dx = (xy * gradY - yy * gradX) / det;
    const dy = (xy * gradX - xx * gradY) / det;
    const last = decrease;
    decrease = -(gradX * dx + gradY * dy) / 2;
    if (decrease < ROUNDING && !(decrease > SETTLED && decrease < last / 2)) return true;
    if (!descend(chain, dx, dy, decrease)) break;
  }
  return decrease < ROUNDING;
}

/** Goes along a step until the level falls by a tenth of what was predicted. */
function descend(chain: HeavierChain, dx: number, dy: number, decrease: number): boolean {
  const { qx, qy, level } = chain;
  let part = 1;
  for (let halving = 0; halving < HALVINGS; ++halving) {
    chain.at(qx + part * dx, qy + part * dy);
    if (chain.level <= level - 0.1 * part * decrease + ROUNDING) return true;
    part /= 2;
  }
  chain.at(qx, qy);
  return false;
}
