import { cast, mul, tensor } from '@tensorflow/tfjs-core';
import type { DataType } from '@tensorflow/tfjs-core';
import type { Case, Table } from '../compare.ts';
import { runKernel, sample } from '../elements.ts';

const REALS = [
  ...[NaN, Infinity, -Infinity, 0, -0, 0.4, -0.4, 0.5, 1.9, -1.9, 2.5, 1e-30, -1e-30],
  ...[2147483520, -2147483648, 2147483648, 3e9, -3e9, 4294967296, 1e15, -1e15, 1e20, -1e30, 3e38],
];
const INTEGERS = [0, 1, -1, 2, 256, -256, 16777216, 2147483647, -2147483648];
const TYPES = ['float32', 'int32', 'bool'] as const;

/** Changes of type, and none. */
export const table: Table = {
  Cast: [
    ...TYPES.map((to) => conversion('float32', to, REALS)),
    // 2³¹ − 1 is not a float32.
    ...TYPES.map((to) =>
      conversion(
        'int32',
        to,
        to === 'float32' ? INTEGERS.filter((i) => i !== 2147483647) : INTEGERS
      )
    ),
    ...TYPES.map((to) => conversion('bool', to, [0, 1])),
    ...[[], [2, 3], [1, 2, 1, 3, 1, 2], [0], [2, 0]].map((shape) => ({
      name: `float32 [${shape.join()}] to int32`,
      run: () => cast(sample(shape), 'int32'),
    })),
    ...TYPES.flatMap((by) => TYPES.map((to) => detour(by, to))),
    { name: 'of a waiting operand', run: () => cast(mul(sample([7]), 3), 'int32') },
    ...[1.5, 2.5, NaN].map((x) => ({
      name: `number ${x} to int32`,
      run: () => cast(tensor([x], [1, 1]), 'int32'),
    })),
  ],
  Identity: [
    { name: 'of a tensor of the program', run: () => runKernel('Identity', { x: sample([2, 3]) }) },
    {
      name: 'of a waiting operand',
      run: () => runKernel('Identity', { x: mul(sample([2, 3]), 2) }),
    },
    { name: 'of an empty tensor', run: () => runKernel('Identity', { x: sample([0, 1]) }) },
  ],
};

/** Two conversions in a row, which must not be taken for one. */
function detour(by: DataType, to: DataType): Case {
  return {
    name: `float32 by ${by} to ${to}`,
    run: () => cast(cast(tensor([NaN, 0, 0.5, -0.5, 1.9, -1.9, 200.7, 1e6]), by), to),
  };
}

function conversion(from: DataType, to: DataType, values: readonly number[]): Case {
  return { name: `${from} to ${to}`, run: () => cast(tensor([...values], undefined, from), to) };
}
