import type { RandomStream } from '@deelema/random';
import { isotropic } from './isotropic.ts';
import type { SpinCorrelation } from './spin-correlation.ts';

/**
 * Draws the directions of the two charged leptons of n top pairs, each in the frame of its top.
 *
 *     dN ∝ 1 − ℓ̂⁺ᵀ C ℓ̂⁻
 *
 * Both evenly, then ℓ̂⁻ turned round with the probability ½ (1 + ℓ̂⁺ᵀ C ℓ̂⁻): the weights of the two
 * choices add up to 2, so this is exact and nothing is drawn again.
 *
 * @param random Where the draws come from.
 * @param correlation C of n pairs; undefined for none.
 * @param plus Receives ℓ̂⁺ along n̂, r̂, k̂: three numbers for each of n events.
 * @param minus Receives ℓ̂⁻ likewise.
 */
export function leptonDirections(
  random: RandomStream,
  correlation: SpinCorrelation | undefined,
  plus: Float64Array,
  minus: Float64Array
): void {
  for (let at = 0; at < plus.length; at += 3) {
    isotropic(random, plus, at);
    isotropic(random, minus, at);
  }
  if (correlation === undefined) return;
  const { nn, rr, kk, rk } = correlation;
  for (let i = 0; i < nn.length; ++i) {
    const at = 3 * i;
    const diagonal =
      nn[i] * plus[at] * minus[at] +
      rr[i] * plus[at + 1] * minus[at + 1] +
      kk[i] * plus[at + 2] * minus[at + 2];
    const mixed = plus[at + 1] * minus[at + 2] + plus[at + 2] * minus[at + 1];
    if (2 * random.uniform() < 1 + diagonal + rk[i] * mixed) {
      minus[at] = -minus[at];
      minus[at + 1] = -minus[at + 1];
      minus[at + 2] = -minus[at + 2];
    }
  }
}
