import { grads, tensor1d, tensor2d } from '@tensorflow/tfjs-core';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { linear } from '../src/index.ts';
import { BACKENDS, take, useBackend } from './backends.ts';

const X = [
  [1, 2, 3],
  [4, 5, 6],
];
const W = [
  [1, 0],
  [2, -1],
  [0, 3],
];
const B = [10, 20];
const DY = [
  [1, 10],
  [100, 1000],
];

describe.each(BACKENDS)('linear on %s', (backend) => {
  beforeEach(() => useBackend(backend));

  it('is x W + b, by hand', async () => {
    const y = linear(tensor2d(X), tensor2d(W), tensor1d(B));
    expect(y.shape).toEqual([2, 2]);
    expect([...(await take(y))]).toEqual([15, 27, 24, 33]);
  });

  it('has the gradients dy Wᵀ, xᵀ dy and the column sums of dy, by hand', async () => {
    const f = grads((x, w, b) => linear(x as Tensor2D, w as Tensor2D, b as Tensor1D));
    const [dx, dW, db] = f([tensor2d(X), tensor2d(W), tensor1d(B)], tensor2d(DY));
    expect([dx.shape, dW.shape, db.shape]).toEqual([[2, 3], [3, 2], [2]]);
    expect([...(await take(dx))]).toEqual([1, -8, 30, 100, -800, 3000]);
    expect([...(await take(dW))]).toEqual([401, 4010, 502, 5020, 603, 6030]);
    expect([...(await take(db))]).toEqual([101, 1010]);
  });
});
