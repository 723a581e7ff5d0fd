import { mul, sum, tensor2d } from '@tensorflow/tfjs-core';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { exchangeB, pairingBlindLosses } from '../src/index.ts';
import { BACKENDS, take, useBackend } from './backends.ts';

const ROW = Array.from({ length: 16 }, (_, i) => i);

/** A loss that tells the pairings apart: Σ column × value. */
const losses = (x: Tensor2D) => sum<Tensor1D>(mul(x, tensor2d([ROW])), 1);

describe.each(BACKENDS)('pairing-blind loss on %s', (backend) => {
  beforeEach(() => useBackend(backend));

  it('exchanges b1 and b2 and nothing else; twice is the identity', async () => {
    const once = await take(exchangeB(tensor2d([ROW])));
    expect([...once]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 12, 13, 14, 15, 8, 9, 10, 11]);
    expect([...(await take(exchangeB(exchangeB(tensor2d([ROW])))))]).toEqual(ROW);
  });

  it('keeps what follows the momenta', async () => {
    const rows = tensor2d([[...ROW, 16, 17]]);
    const [...once] = await take(exchangeB(rows));
    expect(once).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 12, 13, 14, 15, 8, 9, 10, 11, 16, 17]);
  });

  it('takes both pairings as one batch, of which a normalisation sees the same moments', async () => {
    const batches: number[][] = [];
    const lossesOf = (x: Tensor2D) => {
      batches.push([...x.shape]);
      return losses(x);
    };
    await take(pairingBlindLosses(lossesOf, tensor2d([ROW, ROW, ROW])));
    expect(batches).toEqual([[6, 16]]);
  });

  it('does not depend on the pairing that it is given', async () => {
    const x = tensor2d([ROW, ROW.map((value) => 3 * value)]);
    const there = await take(pairingBlindLosses(losses, x));
    const back = await take(pairingBlindLosses(losses, exchangeB(x)));
    expect([...back]).toEqual([...there]);
    // Σ i² = 1240; exchanging the b's lowers it by 4 · 4².
    expect([...there]).toEqual([1176, 3528]);
  });
});
