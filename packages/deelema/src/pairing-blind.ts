import { concat, minimum, slice } from '@tensorflow/tfjs-core';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';

/**
 * The same events with the b's of the two branches exchanged.
 *
 * @param x Rows (a1, a2, b1, b2), each E, px, py, pz: [n, 16].
 * @returns Rows (a1, a2, b2, b1).
 */
export function exchangeB(x: Tensor2D): Tensor2D {
  const n = x.shape[0];
  return concat([slice(x, [0, 0], [n, 8]), slice(x, [0, 12], [n, 4]), slice(x, [0, 8], [n, 4])], 1);
}

/**
 * The loss of each event under the pairing that suits it better.
 *
 *     ℓ = min(ℓ(a1 b1, a2 b2), ℓ(a1 b2, a2 b1))
 *
 * @param lossesOf The loss of each event of [n, 16] inputs, network included.
 * @param x Inputs in either pairing: [n, 16].
 * @returns n events.
 */
export function pairingBlindLosses(lossesOf: (x: Tensor2D) => Tensor1D, x: Tensor2D): Tensor1D {
  return minimum(lossesOf(x), lossesOf(exchangeB(x)));
}
