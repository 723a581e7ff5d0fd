import { concat, minimum, reshape, slice, unstack } from '@tensorflow/tfjs-core';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';

/**
 * The same events with the b's of the two branches exchanged.
 *
 * @param x Rows (a1, a2, b1, b2), each E, px, py, pz, and whatever may follow: [n, 16 or more].
 * @returns Rows (a1, a2, b2, b1), and what followed.
 */
export function exchangeB(x: Tensor2D): Tensor2D {
  const columns = (first: number, length: number): Tensor2D => slice(x, [0, first], [-1, length]);
  const parts = [columns(0, 8), columns(12, 4), columns(8, 4)];
  return concat(x.shape[1] > 16 ? [...parts, columns(16, x.shape[1] - 16)] : parts, 1);
}

/**
 * The loss of each event under the pairing that suits it better.
 *
 *     ℓ = min(ℓ(a1 b1, a2 b2), ℓ(a1 b2, a2 b1))
 *
 * Both pairings are one batch, so that a batch normalisation cannot tell them apart.
 *
 * @param lossesOf The loss of each event of [n, 16 or more] rows, network included.
 * @param x Rows in either pairing, as of `exchangeB`: [n, 16 or more].
 * @returns n events.
 */
export function pairingBlindLosses(lossesOf: (x: Tensor2D) => Tensor1D, x: Tensor2D): Tensor1D {
  const losses = lossesOf(concat([x, exchangeB(x)], 0));
  const [given, exchanged] = unstack(reshape(losses, [2, x.shape[0]]), 0) as Tensor1D[];
  return minimum(given, exchanged);
}
