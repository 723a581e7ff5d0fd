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
 * Minimises the level of a heavier chain.
 *
 * @param chain Takes the problem; left at the minimum.
 * @param qx A guess of the other chain's transverse momentum; likewise `qy`.
 * @returns False if there is no minimum that depends on the other chain, or if the search did not
 *  settle: the level may fall to a limit at infinity.
 */
export function lowestHeavierChain(chain, qx, qy) {
  if (chain.restsAtTip()) return true;
  const tip = chain.atTip ? chain.level : Infinity;
  chain.at(qx, qy);
  if (!chain.bound && !chain.toThreshold()) return false;
  // Below the tip no step can end in it.
  if (chain.level >= tip && (chain.restsAtTip() || !chain.leaveTip())) return false;
  return settles(chain) && chain.bound;
}
/** Newton's method, with steps shortened until the level falls. */
function settles(chain) {
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
function descend(chain, dx, dy, decrease) {
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
