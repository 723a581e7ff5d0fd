import { fourMomenta } from '@deelema/events';
import type { EventBatch } from '@deelema/events';
import { mass } from '@deelema/kinematics';
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
  const a = [fourMomenta(batch, 'a1'), fourMomenta(batch, 'a2')];
  const b = [fourMomenta(batch, 'b1'), fourMomenta(batch, 'b2')];
  const c = [fourMomenta(batch, 'c1'), fourMomenta(batch, 'c2')];
  const exchanged = batch.columns.exchanged;
  const columns = () => [new Float64Array(batch.length), new Float64Array(batch.length)] as const;
  const masses = { A: columns(), B: columns() };
  for (const branch of [0, 1] as const) {
    for (let i = 0; i < batch.length; ++i) {
      const own = exchanged[i] === 1 ? b[1 - branch] : b[branch];
      masses.B[branch][i] = massOfSum(i, own, c[branch]);
      masses.A[branch][i] = massOfSum(i, a[branch], own, c[branch]);
    }
  }
  return masses;
}

function massOfSum(i: number, ...momenta: readonly FourMomenta[]): number {
  let e = 0;
  let px = 0;
  let py = 0;
  let pz = 0;
  for (const p of momenta) {
    e += p.e[i];
    px += p.px[i];
    py += p.py[i];
    pz += p.pz[i];
  }
  return mass(e, px, py, pz);
}
