import { grad, oneHot, scalar, tensor, tensor1d } from '@tensorflow/tfjs-core';
import type { Table } from '../compare.ts';
import { computed, positions, varied } from '../operands.ts';

export const table: Table = {
  OneHot: [
    ...([[], [1], [4], [2, 3], [2, 0], [2, 1, 2, 1, 2]] as number[][]).flatMap((shape) =>
      (['float32', 'int32', 'bool'] as const).flatMap((type) => [
        {
          name: `[${shape.join()}] of 5 as ${type}`,
          run: () => oneHot(positions(shape, 5), 5, 1, 0, type),
        },
        {
          name: `[${shape.join()}] of 5 as ${type}, computed`,
          run: () => oneHot(computed(positions(shape, 7)), 5, 1, 0, type),
        },
      ])
    ),
    { name: 'type omitted', run: () => oneHot(positions([3], 4), 4) },
    { name: 'outside', run: () => oneHot(tensor1d([-1, 0, 3, 2, -3], 'int32'), 3) },
    { name: 'other values', run: () => oneHot(positions([3], 4), 4, 3, -2) },
    { name: 'other real values', run: () => oneHot(positions([3], 4), 4, 0.5, -2.5, 'float32') },
    { name: 'not a number', run: () => oneHot(positions([3], 4), 4, 1, NaN, 'float32') },
    { name: 'cold', run: () => oneHot(positions([3], 4), 4, 0, 1, 'bool') },
    { name: 'number', run: () => oneHot(scalar(1, 'int32'), 3) },
    { name: 'deep', run: () => oneHot(positions([3], 400), 400) },
    { name: 'nothing', run: () => oneHot(tensor([], [0], 'int32'), 3) },
    {
      name: 'chosen by a product',
      run: () =>
        grad((x) =>
          x
            .mul(oneHot(positions([3], 4), 4))
            .square()
            .sum()
        )(varied([3, 4])),
    },
  ],
};
