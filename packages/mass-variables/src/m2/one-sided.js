import { FirstContact } from './one-sided/first-contact.js';
import { NestedChains } from './one-sided/nested-chains.js';
import { momentumResidual } from './momentum-residual.js';
import { MINIMUM } from './problem.js';
/** One of each for all events, so that none is allocated; nothing in them outlives a call. */
const chains = new NestedChains();
const contact = new FirstContact();
/**
 * Whether the minimum of M_2CC is one-sided: one chain at its threshold would leave the other heavier
 * than it must be, k² > m².
 *
 * Only the chain with the larger threshold can be the first, and it needs a rest frame, o² > 0.
 *
 * @param problem The event.
 * @returns False also where o of the other chain is massless and along the beam.
 */
export function isOneSided(problem) {
  return chains.set(problem) && chains.nested;
}
/**
 * The minimum of M_2CC of a one-sided event, the global one.
 *
 *     Y = offset₁ + √o₁² (m₁ + t),   t = first t at which some k₁ makes k₂² = m₂²
 *
 * @param problem An event for which `isOneSided` is true.
 * @param minimum Receives the level, the residual and the momenta, as `MINIMUM` lays them out.
 * @returns False if no invisible momenta fulfil the conditions: proven.
 */
export function solveOneSided(problem, minimum) {
  if (!chains.set(problem)) return false;
  const { first, excess, swapped } = chains;
  chains.complete();
  if (!contact.find(excess, first.m)) return false;
  const { t, x1, x2, x3 } = contact;
  minimum[MINIMUM.level] = first.threshold + t * Math.sqrt(first.oo);
  const firstAt = swapped ? MINIMUM.k2E : MINIMUM.k1E;
  chains.write(t, x1, x2, x3, minimum, firstAt, swapped ? MINIMUM.k1E : MINIMUM.k2E);
  minimum[MINIMUM.residual] = momentumResidual(problem, minimum);
  return true;
}
