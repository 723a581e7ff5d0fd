import type { RandomStream } from './stream.ts';

/**
 * A random order of 0, 1, …, n − 1; all n! orders are equally likely.
 *
 * Fisher–Yates shuffle: n − 1 draws of `random.integer`.
 *
 * @param random Where the draws come from.
 * @param n How many numbers to order: 0 to 2³² − 1.
 * @returns The permutation: length n.
 * @throws RangeError if n is not such an integer.
 */
export function permutation(random: RandomStream, n: number): Uint32Array {
  if (!Number.isInteger(n) || n < 0 || n > 0xffffffff) {
    throw new RangeError(`permutation: n is ${n}, expected an integer from 0 to 4294967295.`);
  }
  const order = new Uint32Array(n);
  for (let i = 0; i < n; ++i) order[i] = i;
  for (let i = n - 1; i > 0; --i) {
    const j = random.integer(i + 1);
    const swapped = order[i];
    order[i] = order[j];
    order[j] = swapped;
  }
  return order;
}
