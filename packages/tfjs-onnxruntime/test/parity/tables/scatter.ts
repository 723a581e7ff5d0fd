import {
  ones,
  scalar,
  scatterND,
  sparseToDense,
  tensor,
  tensor1d,
  tensor2d,
  tensorScatterUpdate,
} from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Case, Table } from '../compare.ts';
import { computed, positions, varied } from '../operands.ts';

const INTO: readonly [shape: number[], tuples: number[][]][] = [
  [[4], [[2]]],
  [[8], [[4], [3], [1], [7]]],
  // Repeated: added up by the one kernel, the last one stays in the others.
  [[4], [[1], [1], [3], [1]]],
  [
    [3, 4],
    [[2], [0]],
  ],
  [
    [3, 4],
    [[1], [1], [1]],
  ],
  [
    [3, 4],
    [
      [2, 3],
      [0, 1],
      [2, 3],
    ],
  ],
  [
    [2, 3, 4],
    [
      [1, 0],
      [0, 2],
      [1, 0],
    ],
  ],
  [
    [2, 3, 4],
    [
      [1, 0, 3],
      [0, 2, 0],
    ],
  ],
  [
    [2, 1, 3, 2],
    [
      [1, 0],
      [0, 0],
    ],
  ],
  // Only the place that the indices lead to together must exist.
  [
    [3, 4],
    [
      [1, -1],
      [0, 5],
    ],
  ],
];

const updatesFor = (shape: number[], tuples: number[][]): number[] => [
  tuples.length,
  ...shape.slice(tuples[0].length),
];

function cases(scatter: (shape: number[], indices: Tensor, updates: Tensor) => Tensor): Case[] {
  return (['float32', 'int32'] as const).flatMap((type) =>
    INTO.flatMap(([shape, tuples]) => {
      const name = `${type} [${shape.join()}] at ${JSON.stringify(tuples)}`;
      const indices = (): Tensor => tensor2d(tuples, undefined, 'int32');
      const updates = (): Tensor => varied(updatesFor(shape, tuples), type);
      return [
        { name, run: () => scatter(shape, indices(), updates()) },
        {
          name: `${name}, computed`,
          run: () => scatter(shape, computed(indices()), computed(updates())),
        },
      ];
    })
  );
}

export const table: Table = {
  ScatterNd: [
    ...cases((shape, indices, updates) => scatterND(indices, updates, shape)),
    {
      name: 'indices in a matrix of tuples',
      run: () => scatterND(positions([2, 3, 1], 5), varied([2, 3]), [5]),
    },
    {
      name: 'booleans',
      run: () => scatterND(tensor2d([[0], [2]], [2, 1], 'int32'), varied([2], 'bool'), [4]),
    },
    {
      name: 'integers wrap',
      run: () =>
        scatterND(tensor2d([[0], [0]], [2, 1], 'int32'), tensor1d([2e9, 2e9], 'int32'), [1]),
    },
    {
      name: 'NaN and infinite',
      run: () => scatterND(positions([3, 1], 3), tensor1d([NaN, Infinity, -Infinity]), [4]),
    },
    {
      name: 'nothing',
      run: () => scatterND(tensor([], [0, 1], 'int32'), tensor([], [0, 3]), [2, 3]),
    },
    { name: 'empty rows', run: () => scatterND(positions([3, 1], 2), tensor([], [3, 0]), [2, 0]) },
    // With ONNX's ScatterND on two threads one half of these is lost.
    {
      name: 'two million ones in two places',
      run: () => scatterND(positions([2_000_000, 1], 2), ones([2_000_000]), [2]),
    },
  ],
  TensorScatterUpdate: [
    ...cases((shape, indices, updates) =>
      tensorScatterUpdate(varied(shape, updates.dtype as 'int32'), indices, updates)
    ),
    {
      name: 'booleans',
      run: () =>
        tensorScatterUpdate(varied([4], 'bool'), positions([3, 1], 4), tensor1d([1, 0, 1], 'bool')),
    },
    {
      name: 'nothing',
      run: () =>
        tensorScatterUpdate(varied([2, 3]), tensor([], [0, 1], 'int32'), tensor([], [0, 3])),
    },
    {
      name: 'the last of a million stays',
      run: () =>
        tensorScatterUpdate(varied([1]), positions([1_000_000, 1], 1), varied([1_000_000])),
    },
  ],
  SparseToDense: [
    ...(
      [
        ['one place', () => scalar(3, 'int32'), () => scalar(5), [6]],
        ['one value for many places', () => tensor1d([0, 2], 'int32'), () => scalar(5), [4]],
        ['places of a row', () => tensor1d([0, 2, 3], 'int32'), () => tensor1d([1, 2, 3]), [5]],
        ['places of a matrix', () => positions([3, 2], 4), () => tensor1d([1, 2, 3]), [4, 4]],
        ['repeated places', () => tensor1d([1, 1, 1], 'int32'), () => tensor1d([1, 2, 3]), [3]],
        ['integers', () => positions([2, 3], 3), () => tensor1d([1, 2], 'int32'), [3, 3, 3]],
      ] satisfies [string, () => Tensor, () => Tensor, number[]][]
    ).flatMap(([name, indices, values, shape]) => [
      { name, run: () => sparseToDense(indices(), values(), shape) },
      {
        name: `${name} before a background`,
        run: () => {
          const updates = values();
          return sparseToDense(
            computed(indices()),
            updates,
            shape,
            scalar(-7, updates.dtype as 'int32')
          );
        },
      },
    ]),
    {
      name: 'booleans before true',
      run: () =>
        sparseToDense(
          tensor1d([1], 'int32'),
          tensor1d([false], 'bool'),
          [70],
          scalar(true, 'bool')
        ),
    },
  ],
};
