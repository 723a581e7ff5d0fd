import { grad, logSoftmax, softmax, tensor1d, tensor2d } from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Case, Table } from '../compare.ts';
import { varied } from '../operands.ts';

const ROWS = [
  [1000, 0, -1000, 900],
  [-1e30, 1e30, 0, 1],
  [1, NaN, 3, 2],
  [Infinity, 1, 2, 3],
  [-Infinity, 1, 2, 3],
  [-Infinity, -Infinity, -Infinity, -Infinity],
  [0, -100, -90, -80],
];

const cases = (name: string, normalised: (x: Tensor) => Tensor): Case[] => [
  ...[[1], [7], [3, 4], [3, 1], [2, 3, 40], [2, 1, 2, 1, 2, 3], [0], [0, 3], [3, 0]].map(
    (shape) => ({
      name: `${name} of [${shape.join()}]`,
      run: () => normalised(varied(shape)),
    })
  ),
  ...ROWS.map((row) => ({
    name: `${name} of ${row.join()}`,
    run: () => normalised(tensor1d(row)),
  })),
  { name: `${name} of rows`, run: () => normalised(tensor2d(ROWS)) },
  {
    name: `gradient of ${name}`,
    run: () => grad((x) => normalised(x).square())(varied([3, 5])),
  },
];

export const table: Table = {
  Softmax: [
    ...cases('softmax', (x) => softmax(x)),
    { name: 'softmax along a named axis', run: () => softmax(varied([2, 3]), 1) },
    // Composed by TensorFlow.js itself.
    ...cases('logSoftmax', (x) => logSoftmax(x)),
  ],
};
