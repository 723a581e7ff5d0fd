import { addN, square, tensor } from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Table } from '../compare.ts';
import { binaryCases, runKernel, sample, unaryCases } from '../elements.ts';

/** Sums, differences, products and extrema. */
export const table: Table = {
  Add: [
    ...binaryCases('Add', { dtypes: ['float32', 'int32'] }),
    // 1 + 1 is 2 in the cpu backend's booleans.
    { name: 'bool', run: () => runKernel('Add', { a: bool(0, 0, 1), b: bool(0, 1, 0) }) },
    {
      name: 'int32 beyond its range',
      run: () =>
        runKernel('Add', { a: large(), b: tensor([1, -2, 2147483647], undefined, 'int32') }),
    },
  ],
  Sub: [
    ...binaryCases('Sub', { dtypes: ['float32', 'int32'] }),
    // 0 − 1 is 255 in the cpu backend's booleans.
    { name: 'bool', run: () => runKernel('Sub', { a: bool(0, 1, 1), b: bool(0, 0, 1) }) },
    {
      name: 'int32 beyond its range',
      run: () => runKernel('Sub', { a: large(), b: tensor([-1, 2, 5], undefined, 'int32') }),
    },
  ],
  Multiply: [
    ...binaryCases('Multiply'),
    {
      name: 'int32 beyond its range, exact in JavaScript',
      run: () =>
        runKernel('Multiply', { a: large(), b: tensor([3, 1000, -7], undefined, 'int32') }),
    },
  ],
  Maximum: binaryCases('Maximum'),
  Minimum: binaryCases('Minimum'),
  SquaredDifference: binaryCases('SquaredDifference'),
  AddN: [
    { name: 'one term', run: () => addN([sample([2, 3])]) },
    { name: 'two terms', run: () => addN([sample([2, 3]), sample([2, 3], 'float32', 2)]) },
    ...[3, 12].map((count) => ({
      name: `${count} terms`,
      run: () => addN(Array.from({ length: count }, (_, i) => sample([5], 'float32', i))),
    })),
    {
      name: 'NaN and infinities',
      run: () => addN([tensor([NaN, 1, Infinity]), tensor([1, Infinity, -Infinity])]),
    },
    { name: 'int32', run: () => addN([sample([4], 'int32'), sample([4], 'int32', 3)]) },
    {
      name: 'bool',
      run: () => addN([tensor([0, 1, 0], [3], 'bool'), tensor([1, 0, 0], [3], 'bool')]),
    },
    { name: 'rank 0', run: () => addN([sample([]), sample([], 'float32', 1)]) },
    { name: 'empty', run: () => addN([sample([0]), sample([0])]) },
  ],
  Abs: unaryCases('Abs'),
  Neg: unaryCases('Neg'),
  Square: [...unaryCases('Square'), { name: 'tf.square', run: () => square(sample([3])) }],
};

function large(): Tensor {
  return tensor([2147483647, -2147483648, 123456789], undefined, 'int32');
}

function bool(...values: number[]): Tensor {
  return tensor(values, undefined, 'bool');
}
