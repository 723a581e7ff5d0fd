import { bincount, denseBincount, tensor1d } from '@tensorflow/tfjs-core';
import type { Tensor1D } from '@tensorflow/tfjs-core';
import type { Table } from '../compare.ts';
import { computed, positions, varied } from '../operands.ts';

// TensorFlow.js's types ask of the weights that they have the rank of the numbers; empty ones do not need to.
const none = (): Tensor1D => tensor1d([]);
const numbers = (n: number, below: number): Tensor1D => positions([n], below) as Tensor1D;

export const table: Table = {
  Bincount: [
    { name: 'counts', run: () => bincount(numbers(9, 4), none(), 4) },
    { name: 'counts that are computed', run: () => bincount(computed(numbers(9, 4)), none(), 4) },
    { name: 'integer counts', run: () => bincount(numbers(9, 4), tensor1d([], 'int32'), 4) },
    { name: 'too large numbers', run: () => bincount(numbers(9, 7), none(), 4) },
    { name: 'more bins than needed', run: () => bincount(numbers(9, 4), none(), 90) },
    { name: 'weights', run: () => bincount(numbers(9, 4), varied([9]) as Tensor1D, 3) },
    {
      name: 'integer weights',
      run: () => bincount(computed(numbers(9, 4)), varied([9], 'int32') as Tensor1D, 3),
    },
    { name: 'no numbers', run: () => bincount(tensor1d([], 'int32'), none(), 3) },
    { name: 'no bins', run: () => bincount(numbers(3, 4), none(), 0) },
  ],
  DenseBincount: [
    { name: 'a row', run: () => denseBincount(numbers(9, 4), none(), 3) },
    { name: 'a row, whether any', run: () => denseBincount(numbers(9, 4), none(), 3, true) },
    { name: 'a row, weights', run: () => denseBincount(numbers(9, 4), varied([9]) as Tensor1D, 3) },
    ...[false, true].flatMap((binary) => {
      const what = binary ? 'rows, whether any' : 'rows';
      const rows = (): Tensor1D => positions([3, 5], 6) as Tensor1D;
      return [
        { name: what, run: () => denseBincount(rows(), none(), 6, binary) },
        {
          name: `${what}, computed`,
          run: () => denseBincount(computed(rows()), none(), 4, binary),
        },
        {
          name: `${what}, weights`,
          run: () => denseBincount(rows(), varied([3, 5]) as Tensor1D, 5, binary),
        },
        {
          name: `${what}, integer weights`,
          run: () => denseBincount(rows(), varied([3, 5], 'int32') as Tensor1D, 5, binary),
        },
      ];
    }),
    {
      name: 'no columns',
      run: () => denseBincount(positions([3, 0], 1) as Tensor1D, none(), 2),
    },
    {
      name: 'one row of one',
      run: () => denseBincount(positions([1, 1], 2) as Tensor1D, none(), 2),
    },
  ],
};
