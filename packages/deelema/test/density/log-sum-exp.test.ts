import { grad, tensor2d } from '@tensorflow/tfjs-core';
import { tensor1d } from '@tensorflow/tfjs-core';
import type { Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { logSumExp } from '../../src/index.ts';
import { BACKENDS, take, useBackend } from '../backends.ts';

const ROWS = [
  [0, 0, 0, 0],
  [1, 2, 3, -4],
  [-700, -701, -Infinity, -900],
  [88, 300, 299, 2e4],
];

describe.each(BACKENDS)('logSumExp on %s', (backend) => {
  beforeEach(() => useBackend(backend));

  it('is the logarithm of the sum, also where the terms are beyond float32', async () => {
    const found = await take(logSumExp(tensor2d(ROWS)));
    const [one, two, three] = [
      Math.log(4),
      Math.log(Math.E + Math.E ** 2 + Math.E ** 3 + Math.E ** -4),
      -700 + Math.log(1 + Math.exp(-1)),
    ];
    // Float32.
    expect(found[0]).toBeCloseTo(one, 6);
    expect(found[1]).toBeCloseTo(two, 6);
    expect(found[2] - three).toBeCloseTo(0, 3);
    expect(found[3]).toBe(2e4);
  });

  it('gives each term its share as gradient, times what comes in', async () => {
    const dy = tensor1d([1, -2, 3, 4]);
    const g = grad((x: Tensor) => logSumExp(x as Tensor2D))(tensor2d(ROWS), dy);
    const found = await take(g);
    expect(g.shape).toEqual([4, 4]);
    const scale = [1, -2, 3, 4];
    ROWS.forEach((row, i) => {
      const largest = Math.max(...row);
      const total = row.reduce((sum, x) => sum + Math.exp(x - largest), 0);
      row.forEach((x, j) => {
        const share = Math.exp(x - largest) / total;
        expect(found[4 * i + j]).toBeCloseTo(scale[i] * share, 6);
      });
    });
  });
});
