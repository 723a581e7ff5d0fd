import { fourMomenta } from '@deelema/events';
import type { Column, EventBatch } from '@deelema/events';
import { sumMass } from '@deelema/kinematics';
import type { FourMomenta } from '@deelema/kinematics';

/** True masses of both branches, each n events, GeV. */
export interface TrueMasses {
  readonly A: readonly [Float64Array, Float64Array];
  readonly B: readonly [Float64Array, Float64Array];
}

/**
 * Masses of A and B from the true invisible momenta and the true pairing.
 *
 *     m_Bi² = (p_bi + p_ci)²,   m_Ai² = (p_ai + p_bi + p_ci)²
 *
 * In exchanged events the b's are exchanged back. The visible momenta are those measured: where
 * they are smeared, so are these masses.
 *
 * @param batch Events of `contaminate` with all momenta and `exchanged`.
 */
export function trueMasses(batch: EventBatch): TrueMasses {
  const [a1, a2, b1, b2, c1, c2] = ['a1', 'a2', 'b1', 'b2', 'c1', 'c2'].map((role) =>
    fourMomenta(batch, role)
  );
  const exchanged = batch.columns.exchanged;
  const own1 = exchangedBack(b1, b2, exchanged);
  const own2 = exchangedBack(b2, b1, exchanged);
  return {
    A: [sumMass([a1, own1, c1]), sumMass([a2, own2, c2])],
    B: [sumMass([own1, c1]), sumMass([own2, c2])],
  };
}

/** The momenta of one b, those of the other in exchanged events. */
function exchangedBack(b: FourMomenta, other: FourMomenta, exchanged: Column): FourMomenta {
  const column = (key: keyof FourMomenta): Float64Array =>
    b[key].map((value, i) => (exchanged[i] === 1 ? other[key][i] : value));
  return { e: column('e'), px: column('px'), py: column('py'), pz: column('pz') };
}
