import {
  fourMomenta,
  INVISIBLE_ROLES,
  momentumColumns,
  trueRole,
  VISIBLE_ROLES,
} from '@deelema/events';
import type { Column, EventBatch } from '@deelema/events';
import { sumMass } from '@deelema/kinematics';
import type { FourMomenta } from '@deelema/kinematics';

/** True masses of both branches, each n events, GeV. */
export interface TrueMasses {
  readonly A: readonly [Float64Array, Float64Array];
  readonly B: readonly [Float64Array, Float64Array];
}

/**
 * Masses of A and B from the true momenta and the true pairing.
 *
 *     m_Bi² = (p_bi + p_ci)²,   m_Ai² = (p_ai + p_bi + p_ci)²
 *
 * Where a visible particle was smeared, its momentum is that of the columns `true_…`; what was
 * measured of the others is the truth. Only measured b's are exchanged, so only these are exchanged
 * back.
 *
 * @param batch Events of `contaminate` with all momenta and `exchanged`.
 */
export function trueMasses(batch: EventBatch): TrueMasses {
  const [a1, a2, b1, b2] = VISIBLE_ROLES.map((role) => trueVisible(batch, role));
  const [c1, c2] = INVISIBLE_ROLES.map((role) => fourMomenta(batch, role));
  return {
    A: [sumMass([a1, b1, c1]), sumMass([a2, b2, c2])],
    B: [sumMass([b1, c1]), sumMass([b2, c2])],
  };
}

function trueVisible(batch: EventBatch, role: (typeof VISIBLE_ROLES)[number]): FourMomenta {
  const truth = trueRole(role);
  if (momentumColumns(truth).every((name) => name in batch.columns)) {
    return fourMomenta(batch, truth);
  }
  const own = fourMomenta(batch, role);
  if (role === 'a1' || role === 'a2') return own;
  return exchangedBack(own, fourMomenta(batch, OTHER_B[role]), batch.columns.exchanged);
}

const OTHER_B = { b1: 'b2', b2: 'b1' } as const;

/** The momenta of one b, those of the other in exchanged events. */
function exchangedBack(b: FourMomenta, other: FourMomenta, exchanged: Column): FourMomenta {
  const column = (key: keyof FourMomenta): Float64Array =>
    b[key].map((value, i) => (exchanged[i] === 1 ? other[key][i] : value));
  return { e: column('e'), px: column('px'), py: column('py'), pz: column('pz') };
}
