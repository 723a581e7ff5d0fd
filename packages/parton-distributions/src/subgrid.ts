import { hermiteWeights, intervalOf, linearWeights } from './hermite-weights.ts';
import { PARTON_COUNT } from './partons.ts';

/** Values x f on knots in x and Q², between two flavour thresholds. */
export interface Subgrid {
  /** Rising knots in x and, in GeV², in Q², and their logarithms. */
  readonly x: Float64Array;
  readonly q2: Float64Array;
  readonly logX: Float64Array;
  readonly logQ2: Float64Array;
  /** x f: number (q · (knots in x) + ix) · 11 + parton, partons in the order of `PARTONS`. */
  readonly values: Float64Array;
}

const xWeights = new Float64Array(4);
const qWeights = new Float64Array(4);

/**
 * Adds x f of all partons at a point of a subgrid: bicubic in ln x and ln Q².
 *
 *     x f = Σ_jk w_j(ln Q²) w_k(ln x) (x f)_jk        over 4 × 4 knots
 *
 * With no more than two knots in Q² bilinear, as in LHAPDF.
 *
 * @param grid The subgrid.
 * @param x Momentum fraction, within the knots.
 * @param q2 Q², GeV², within the knots.
 * @param out Receives 11 numbers, added to what is there.
 * @param at First index to write.
 * @see A. Buckley et al., Eur. Phys. J. C 75 (2015) 132, section 3 (logBicubic)
 */
export function addInterpolated(
  grid: Subgrid,
  x: number,
  q2: number,
  out: Float64Array,
  at: number
): void {
  const { logX, logQ2, values } = grid;
  const columns = logX.length;
  const z = Math.log(x);
  const zq = Math.log(q2);
  const ix = intervalOf(logX, z);
  const iq = intervalOf(logQ2, zq);
  const weightsInX = logQ2.length > 2 ? hermiteWeights : linearWeights;
  weightsInX(logX, ix, z, xWeights);
  hermiteWeights(logQ2, iq, zq, qWeights);
  const w0 = xWeights[0];
  const w1 = xWeights[1];
  const w2 = xWeights[2];
  const w3 = xWeights[3];
  // Knots beyond the edge have weight 0; any knot may stand for them.
  const left = ix > 0 ? PARTON_COUNT : 0;
  const right = ix + 2 < columns ? 2 * PARTON_COUNT : 0;
  for (let j = 0; j < 4; ++j) {
    const weight = qWeights[j];
    if (weight === 0) continue;
    const row = ((iq - 1 + j) * columns + ix) * PARTON_COUNT;
    for (let p = 0; p < PARTON_COUNT; ++p) {
      const here = row + p;
      out[at + p] +=
        weight *
        (w0 * values[here - left] +
          w1 * values[here] +
          w2 * values[here + PARTON_COUNT] +
          w3 * values[here + right]);
    }
  }
}
