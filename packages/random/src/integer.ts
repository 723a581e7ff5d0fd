const TWO_53 = 2 ** 53;

/**
 * Makes a source of unbiased random integers out of a 53-bit uniform one.
 *
 *     u 2⁵³ mod n,   drawn again while u 2⁵³ ≥ n ⌊2⁵³/n⌋
 *
 * The rejected rest has fewer than n of the 2⁵³ values, so a second draw is rare for any n in use.
 *
 * @param uniform Multiples of 2⁻⁵³ on [0, 1).
 * @returns A function of n that gives 0, 1, …, n − 1 with equal probability.
 */
export function integerFrom(uniform: () => number): (n: number) => number {
  return (n) => {
    if (!Number.isSafeInteger(n) || n < 1) {
      throw new RangeError(
        `integer: n is ${n}, expected an integer from 1 to ${Number.MAX_SAFE_INTEGER}.`
      );
    }
    const accepted = TWO_53 - (TWO_53 % n);
    let draw = uniform() * TWO_53;
    while (draw >= accepted) draw = uniform() * TWO_53;
    return draw % n;
  };
}
