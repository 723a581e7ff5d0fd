import type { RandomStream } from '@deelema/random';

/** Above it, two halves are drawn: exp(−mean) must not vanish, and the products are short. */
const LARGE = 30;

/** Above it, a Gaussian is drawn: one number for hundreds, and no more skewed than by 1/√mean = 6 %. */
const GAUSSIAN = 250;

/**
 * A Poisson number.
 *
 * @param mean Its mean, 0 or more.
 * @param random Where uniform numbers come from.
 * @see D. E. Knuth, The Art of Computer Programming, Vol. 2, 3.4.1
 */
export function poisson(mean: number, random: RandomStream): number {
  if (mean > GAUSSIAN) return Math.round(mean + Math.sqrt(mean) * random.normal());
  if (mean > LARGE) return poisson(mean / 2, random) + poisson(mean / 2, random);
  const end = Math.exp(-mean);
  let count = 0;
  for (let product = random.uniform(); product > end; product *= random.uniform()) ++count;
  return count;
}
