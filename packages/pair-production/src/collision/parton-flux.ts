import { Q2_STEPS, X_STEPS, type PartonGrid } from './parton-grid.ts';

/**
 * Where fluxes are wanted, and what they are: a row of numbers, for a call that hands over numbers one
 * by one would box each of them.
 */
export const FLUX = {
  /** ln x₁ and ln x₂: from the grid's least to 0. */
  logX1: 0,
  logX2: 1,
  /** ln Q², Q in GeV; frozen outside the grid. */
  logQ2: 2,
  /** The answer: flux of g g and of q q̄. */
  gluons: 3,
  quarks: 4,
  length: 5,
} as const;

/** Fills in the fluxes of a row. */
export type PartonFlux = (row: Float64Array) => void;

/**
 * Fluxes from tabulated parton distributions.
 *
 *     g g:   x₁g(x₁) x₂g(x₂)
 *     q q̄:   Σ_q x₁q(x₁) x₂q̄(x₂) + x₁q̄(x₁) x₂q(x₂),   q = d u s c b
 *
 * Linear interpolation of x f in ln x and ln Q². Cost: a tenth of evaluating the distributions; the
 * sums are written out, for a function of each would cost as much again.
 *
 * @param grid The distributions.
 */
export function partonFlux({ logLeastX, logQ2, columns, values }: PartonGrid): PartonFlux {
  const firstQ2 = logQ2[0];
  const perQ2 = Q2_STEPS / (logQ2[1] - firstQ2);
  const perX = X_STEPS / -logLeastX;
  const row = (X_STEPS + 2) * columns;
  return (at) => {
    const q = Math.min(Math.max((at[FLUX.logQ2] - firstQ2) * perQ2, 0), Q2_STEPS);
    const x1 = Math.min(Math.max((at[FLUX.logX1] - logLeastX) * perX, 0), X_STEPS);
    const x2 = Math.min(Math.max((at[FLUX.logX2] - logLeastX) * perX, 0), X_STEPS);
    const above = q - Math.floor(q);
    const right1 = x1 - Math.floor(x1);
    const right2 = x2 - Math.floor(x2);
    // Named by row and node: weight and place of the four neighbours of either point.
    const w11 = above * right1;
    const w10 = above - w11;
    const w01 = right1 - w11;
    const w00 = 1 - above - w01;
    const v11 = above * right2;
    const v10 = above - v11;
    const v01 = right2 - v11;
    const v00 = 1 - above - v01;
    const below = Math.floor(q) * row;
    let a = below + Math.floor(x1) * columns;
    let b = below + Math.floor(x2) * columns;
    let c = a + row;
    let d = b + row;
    const g1 =
      w00 * values[a] + w01 * values[a + columns] + w10 * values[c] + w11 * values[c + columns];
    const g2 =
      v00 * values[b] + v01 * values[b + columns] + v10 * values[d] + v11 * values[d + columns];
    let quarks = 0;
    for (let k = 1; k < columns; k += 2) {
      const q1 =
        w00 * values[++a] +
        w01 * values[a + columns] +
        w10 * values[++c] +
        w11 * values[c + columns];
      const q2 =
        v00 * values[++b] +
        v01 * values[b + columns] +
        v10 * values[++d] +
        v11 * values[d + columns];
      const anti1 =
        w00 * values[++a] +
        w01 * values[a + columns] +
        w10 * values[++c] +
        w11 * values[c + columns];
      const anti2 =
        v00 * values[++b] +
        v01 * values[b + columns] +
        v10 * values[++d] +
        v11 * values[d + columns];
      quarks += q1 * anti2 + anti1 * q2;
    }
    at[FLUX.gluons] = g1 * g2;
    at[FLUX.quarks] = quarks;
  };
}
