import { gather, gatherND, grad, scalar, tensor, tensor1d, tensor2d } from '@tensorflow/tfjs-core';
import type { Table } from '../compare.ts';
import { computed, positions, varied } from '../operands.ts';

const ALONG: readonly [shape: number[], indices: number[], axis: number, batchDims?: number][] = [
  [[4], [], 0],
  [[4], [3], 0],
  [[4], [2, 3], 0],
  [[4], [0], 0],
  [[1], [1], 0],
  [[3, 4], [], 0],
  [[3, 4], [5], 0],
  [[3, 4], [5], 1],
  [[3, 4], [2, 2], -1],
  [[3, 4], [2, 0], 1],
  [[0, 4], [2], 1],
  [[2, 3, 4], [2], 1],
  [[2, 3, 4], [2, 1, 2], 1],
  [[2, 2, 2, 3, 2], [3], 3],
  [[2, 1, 2, 3, 1, 2], [2], 3],
  [[3, 4], [3, 2], 1, 1],
  [[3, 4], [3], 1, 1],
  [[3, 4], [3, 2], 1, -1],
  [[2, 3, 4], [2, 5], 1, 1],
  [[2, 3, 4], [2, 5], 2, 1],
  [[2, 3, 4], [2, 3, 2], 2, 2],
  [[2, 2, 3, 4], [2, 2, 5], 2, 2],
  [[2, 3, 4, 2], [2, 2, 2], 2, 1],
  [[2, 3], [2, 0], 1, 1],
];

const TUPLES: readonly [params: number[], tuples: number[][]][] = [
  [[4], [[2], [0], [2]]],
  [
    [3, 4],
    [[2], [0]],
  ],
  [
    [3, 4],
    [
      [2, 3],
      [0, 1],
      [1, 1],
    ],
  ],
  [
    [2, 3, 4],
    [[1], [0]],
  ],
  [
    [2, 3, 4],
    [
      [1, 2],
      [0, 0],
    ],
  ],
  [[2, 3, 4], [[1, 2, 3]]],
  // Only the place that the indices lead to together must exist.
  [
    [3, 4],
    [
      [1, -1],
      [0, 5],
    ],
  ],
];

export const table: Table = {
  GatherV2: [
    ...(['float32', 'int32', 'bool'] as const).flatMap((type) =>
      ALONG.flatMap(([shape, indices, axis, batchDims = 0]) => {
        const name = `${type} [${shape.join()}] at [${indices.join()}] along ${axis}, ${batchDims} batch axes`;
        const n = shape.at(axis)!;
        return [
          { name, run: () => gather(varied(shape, type), positions(indices, n), axis, batchDims) },
          {
            name: `${name}, computed`,
            run: () =>
              gather(
                computed(varied(shape, type)),
                computed(positions(indices, n)),
                axis,
                batchDims
              ),
          },
        ];
      })
    ),
    { name: 'NaN and infinite', run: () => gather(tensor1d([NaN, -Infinity, 1]), [0, 1, 0]) },
    { name: 'one position, as a number', run: () => gather(varied([4, 2]), scalar(3, 'int32')) },
    {
      name: 'gradient of repeated rows',
      run: () => grad((x) => gather(x, tensor1d([2, 0, 2], 'int32')).square())(varied([4, 3])),
    },
    {
      name: 'gradient of columns',
      run: () => grad((x) => gather(x, tensor1d([1, 1, 0], 'int32'), 1).square())(varied([4, 3])),
    },
    {
      name: 'gradient at computed positions',
      run: () => grad((x) => gather(x, computed(positions([6], 4))).square())(varied([4, 3])),
    },
  ],
  GatherNd: [
    ...TUPLES.flatMap(([shape, tuples]) => {
      const name = `[${shape.join()}] at ${JSON.stringify(tuples)}`;
      return [
        { name, run: () => gatherND(varied(shape), tensor2d(tuples, undefined, 'int32')) },
        {
          name: `${name}, computed`,
          run: () => gatherND(varied(shape), computed(tensor2d(tuples, undefined, 'int32'))),
        },
      ];
    }),
    { name: 'one tuple', run: () => gatherND(varied([3, 4]), tensor1d([1, 2], 'int32')) },
    {
      name: 'tuples in a matrix',
      run: () =>
        gatherND(varied([3, 4], 'int32'), tensor([[[0, 1]], [[2, 3]]], [2, 1, 2], 'int32')),
    },
    { name: 'empty tuples', run: () => gatherND(varied([2, 2]), tensor([], [3, 0], 'int32')) },
    { name: 'no tuples', run: () => gatherND(varied([2, 2]), tensor([], [0, 1], 'int32')) },
    {
      name: 'booleans',
      run: () => gatherND(varied([5], 'bool'), tensor2d([[4], [1]], [2, 1], 'int32')),
    },
  ],
};
