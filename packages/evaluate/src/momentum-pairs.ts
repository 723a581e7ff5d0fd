import { fourMomenta } from '@deelema/events';
import type { EventBatch } from '@deelema/events';
import { COMPONENTS } from '@deelema/records';
import type { ComponentName } from './columns.ts';

/** One component of the invisible momenta, predicted and true: n events each, GeV. */
export interface MomentumPair {
  readonly component: ComponentName;
  readonly predicted: Float64Array;
  readonly truth: Float64Array;
}

/**
 * The six components of the invisible momenta, each predicted one with its true partner.
 *
 * Branch i is the branch of a_i. Where the b beside it comes from the other branch, q is matched to b: k1 is
 * compared with c2, and k2 with c1.
 *
 * @param contaminated Events of `contaminate` with c1 and c2.
 * @param predictions The same events with predicted momenta.
 * @param wrong 1 where the pairing that the momenta were predicted with is wrong: n events.
 * @param roles Names of the predicted momenta of branch 1 and 2 in them.
 */
export function momentumPairs(
  contaminated: EventBatch,
  predictions: EventBatch,
  wrong: Uint8Array,
  roles: readonly [string, string] = ['k1', 'k2']
): MomentumPair[] {
  const c = { 1: fourMomenta(contaminated, 'c1'), 2: fourMomenta(contaminated, 'c2') };
  const k = { 1: fourMomenta(predictions, roles[0]), 2: fourMomenta(predictions, roles[1]) };
  return COMPONENTS.map((component) => {
    const branch = component[1] === '1' ? 1 : 2;
    const axis = `p${component[2]}` as 'px' | 'py' | 'pz';
    const own = c[branch][axis];
    const other = c[branch === 1 ? 2 : 1][axis];
    const truth = own.map((value, i) => (wrong[i] === 1 ? other[i] : value));
    return { component, predicted: k[branch][axis], truth };
  });
}
