import {
  batchNorm,
  engine,
  localResponseNormalization,
  mul,
  neg,
  tensor1d,
  tensor2d,
} from '@tensorflow/tfjs-core';
import type { Tensor, Tensor4D } from '@tensorflow/tfjs-core';
import type { Case, Table } from '../compare.ts';
import { numbered, text } from '../operands.ts';

const NORMALISED: [x: number[], channels: number[]][] = [
  [[4, 3], [3]],
  [[2, 4, 3], [3]],
  [[2, 2, 2, 3], [3]],
  [
    [2, 2, 2, 3],
    [2, 2, 2, 3],
  ],
  [[0, 3], [3]],
  [[1, 1], [1]],
];

const BATCHES: Case[] = NORMALISED.flatMap(([x, channels]) => [
  {
    name: `${text(x)}, mean and variance ${text(channels)}`,
    run: () => batchNorm(numbered(x), numbered(channels), square(channels)),
  },
  {
    name: `${text(x)}, offset ${text(channels)}`,
    run: () => batchNorm(numbered(x), numbered(channels), square(channels), numbered(channels)),
  },
  {
    name: `${text(x)}, scale ${text(channels)}`,
    run: () =>
      batchNorm(numbered(x), numbered(channels), square(channels), undefined, numbered(channels)),
  },
  {
    name: `${text(x)}, offset, scale and epsilon 0.5`,
    run: () =>
      batchNorm(
        numbered(x),
        numbered(channels),
        square(channels),
        numbered(channels),
        numbered(channels),
        0.5
      ),
  },
]);

function square(shape: number[]): Tensor {
  const x = numbered(shape);
  return mul(x, x);
}

const LOCAL: [
  x: [number, number, number, number],
  radius: number,
  bias: number,
  alpha: number,
  beta: number,
][] = [
  [[1, 1, 1, 5], 1, 1, 1, 0.5],
  [[2, 2, 3, 7], 2, 2, 0.3, 0.75],
  [[1, 2, 1, 3], 5, 1, 1, 1],
  [[2, 1, 2, 4], 0, 0.5, 2, 0.25],
];

/** Kernels that rescale by means and deviations. */
export const table: Table = {
  FusedBatchNorm: [
    ...BATCHES,
    {
      name: 'a mean far from 0 compared with the deviation',
      run: () =>
        batchNorm(tensor2d([1000.5, 999, 1001, 1002.5], [4, 1]), tensor1d([1000]), tensor1d([1])),
    },
  ],
  LRN: LOCAL.map(([shape, radius, bias, alpha, beta]) => ({
    name: `${text(shape)} radius ${radius}, bias ${bias}, alpha ${alpha}, beta ${beta}`,
    run: () => localResponseNormalization(numbered(shape) as Tensor4D, radius, bias, alpha, beta),
  })),
  LRNGrad: LOCAL.map(([shape, depthRadius, bias, alpha, beta]) => ({
    name: `${text(shape)} radius ${depthRadius}, bias ${bias}, alpha ${alpha}, beta ${beta}`,
    run: () => {
      const [x, dy] = [numbered(shape), neg(numbered(shape))];
      const y = localResponseNormalization(x as Tensor4D, depthRadius, bias, alpha, beta);
      return engine().runKernel<Tensor>(
        'LRNGrad',
        { x, y, dy },
        { depthRadius, bias, alpha, beta }
      );
    },
  })),
};
