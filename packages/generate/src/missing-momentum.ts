import { fourMomenta, VISIBLE_ROLES, type EventBatch } from '@deelema/events';

/**
 * Missing transverse momentum of events without recoil.
 *
 *     pTmiss = −Σ pT over the four visible particles
 *
 * @param batch Events with visible momenta: n events, GeV.
 * @returns The columns `ptmiss_x` and `ptmiss_y`: n events, GeV.
 * @throws InputError if the batch lacks a visible momentum.
 */
export function missingMomentum(batch: EventBatch): {
  ptmiss_x: Float64Array;
  ptmiss_y: Float64Array;
} {
  const [x, y] = [new Float64Array(batch.length), new Float64Array(batch.length)];
  for (const role of VISIBLE_ROLES) {
    const { px, py } = fourMomenta(batch, role);
    for (let i = 0; i < batch.length; ++i) {
      x[i] -= px[i];
      y[i] -= py[i];
    }
  }
  return { ptmiss_x: x, ptmiss_y: y };
}
