/** What is unknown of an event beside the masses sought: energies of four visibles, masses of A and B twice. */
export const MOST_UNKNOWNS = 8;

/** Where the points lie in each dimension, in units of one over their number, which is a power of 2. */
const GENERATOR = [1, 182667, 469891, 498753, 110745, 446247, 250185, 118627];

/**
 * Point k of a lattice that fills the unit cube evenly, shifted.
 *
 *     x_j = frac(k z_j / n + shift_j)
 *
 * @param k Number of the point, from 0.
 * @param n Number of points, a power of 2.
 * @param shift Of the whole lattice: one number for each dimension, from 0 to 1.
 * @param at Where they start in `shift`.
 * @param out Receives as many coordinates as it has places, `MOST_UNKNOWNS` at most.
 * @see R. Cools, F. Y. Kuo, D. Nuyens, SIAM J. Sci. Comput. 28 (2006) 2162
 */
export function latticePoint(
  k: number,
  n: number,
  shift: Float64Array,
  at: number,
  out: Float64Array
): void {
  for (let j = 0; j < out.length; ++j) {
    const x = ((k * GENERATOR[j]) % n) / n + shift[at + j];
    out[j] = x < 1 ? x : x - 1;
  }
}
