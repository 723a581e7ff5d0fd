import type { RandomStream } from '@deelema/random';
import { massErrors, spread, type MassErrors } from './covariance.ts';
import { newtonStep, type Derivatives } from './polynomial.ts';

/** Samples drawn with replacement. */
const REPLICAS = 400;

/**
 * Errors from samples drawn from the events with replacement, in quadratic approximation.
 *
 *     θ* = θ − H⁻¹ Σ n_i w_i g_i,   n_i Poissonian of mean 1
 *
 * H is that of all events: of a replica it would be no better known.
 *
 * @param curvature Second derivatives of the log-likelihood of all events at its maximum.
 * @param slopeX Derivative of each event's by the first mass: n numbers; likewise `slopeY`.
 * @param weights Of the events: n numbers.
 * @param random Where the draws come from.
 * @returns Errors in the units the derivatives are taken in.
 */
export function bootstrapErrors(
  curvature: Derivatives,
  slopeX: Float64Array,
  slopeY: Float64Array,
  weights: Float64Array,
  random: RandomStream
): MassErrors {
  const [x, y] = [new Float64Array(REPLICAS), new Float64Array(REPLICAS)];
  for (let k = 0; k < REPLICAS; ++k) {
    let [sumX, sumY] = [0, 0];
    for (let i = 0; i < weights.length; ++i) {
      const w = poisson(random) * weights[i];
      sumX += w * slopeX[i];
      sumY += w * slopeY[i];
    }
    [x[k], y[k]] = newtonStep({ ...curvature, x: sumX, y: sumY }) ?? [NaN, NaN];
  }
  return massErrors(spread(x, y).covariance);
}

/** Draws from the Poisson distribution of mean 1, by inversion. */
function poisson(random: RandomStream): number {
  let left = random.uniform();
  let probability = Math.exp(-1);
  let n = 0;
  while (left >= probability && n < 20) {
    left -= probability;
    probability /= ++n;
  }
  return n;
}
