import type { RandomStream } from '@deelema/random';
import { poisson } from './poisson.ts';

/**
 * The sum of weights of some events in a replica of the sample: each counts a Poisson number of times with mean 1.
 *
 *     Σw → (Σw²/Σw) k,   k a Poisson number of mean (Σw)²/Σw²
 *
 * has the mean Σw and the variance Σw²; for events of one weight it is exact, so the events themselves are not needed.
 *
 * @param weight Σw.
 * @param variance Σw², positive.
 * @param random Where random numbers come from.
 */
export function resampled(weight: number, variance: number, random: RandomStream): number {
  // Weights that cancel have no count of their own: one event of the same Σw² stands for them.
  return weight === 0
    ? Math.sqrt(variance) * (poisson(1, random) - 1)
    : (variance / weight) * poisson((weight * weight) / variance, random);
}
