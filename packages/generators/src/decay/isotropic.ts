import type { RandomStream } from '@deelema/random';

/**
 * Draws a direction, all of them equally likely.
 *
 *     n = (2u√(1 − s), 2v√(1 − s), 1 − 2s),   (u, v) even in the unit circle, s = u² + v²
 *
 * No sine and no cosine: 2 × 4/π draws on average take less time than these.
 *
 * @param random Where the draws come from.
 * @param out Receives nx, ny, nz from index `at` on.
 * @param at First index to write.
 * @see G. Marsaglia, Ann. Math. Stat. 43 (1972) 645
 */
export function isotropic(random: RandomStream, out: Float64Array, at: number): void {
  let u: number;
  let v: number;
  let s: number;
  do {
    u = 2 * random.uniform() - 1;
    v = 2 * random.uniform() - 1;
    s = u * u + v * v;
  } while (s >= 1);
  const scale = 2 * Math.sqrt(1 - s);
  out[at] = u * scale;
  out[at + 1] = v * scale;
  out[at + 2] = 1 - 2 * s;
}
