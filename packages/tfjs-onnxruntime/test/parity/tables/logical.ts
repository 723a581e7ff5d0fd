import { logicalXor, tensor, where } from '@tensorflow/tfjs-core';
import type { DataType, Tensor } from '@tensorflow/tfjs-core';
import type { Case, Table } from '../compare.ts';
import { binaryCases, runKernel, sample, unaryCases } from '../elements.ts';

/** Truth values, bits, and choices. */
export const table: Table = {
  // Of other numbers than 0 and 1 the cpu backend stores one as it is.
  LogicalAnd: binaryCases('LogicalAnd', { values: [NaN, 0, -0, 1], integers: [0, 1] }).filter(
    small
  ),
  LogicalOr: [
    ...binaryCases('LogicalOr', { values: [NaN, 0, -0, 1], integers: [0, 1] }).filter(small),
    {
      name: 'tf.logicalXor',
      run: () => logicalXor(tensor([0, 0, 1, 1], [4], 'bool'), tensor([0, 1, 0, 1], [4], 'bool')),
    },
  ],
  LogicalNot: unaryCases('LogicalNot'),
  BitwiseAnd: binaryCases('BitwiseAnd', {
    dtypes: ['int32'],
    integers: [0, 1, -1, 7, 12, 255, -256, 2147483647, -2147483648],
  }),
  Select: [
    ...(['float32', 'int32', 'bool'] as const).flatMap((dtype) => [
      ...[[5], [2, 3], [2, 1, 3], [2, 1, 2, 1, 3, 1], [0], [2, 0]].map((shape) =>
        choice(shape, dtype)
      ),
    ]),
    { name: 'float32 and int32', run: () => select(sample([4]), sample([4], 'int32', 2)) },
    { name: 'int32 and bool', run: () => select(sample([4], 'int32'), sample([4], 'bool', 2)) },
    {
      name: 'rank 0',
      run: () => runKernel('Select', { condition: tensor(true), t: tensor(1), e: tensor(2) }),
    },
    {
      name: 'NaN and infinities',
      run: () => select(tensor([NaN, 1, Infinity, 1]), tensor([1, NaN, 1, -Infinity])),
    },
    {
      name: 'tf.where, broadcast',
      run: () =>
        where(tensor([0, 1, 1], [3, 1], 'bool'), sample([2]), sample([3, 2], 'float32', 4)),
    },
    {
      name: 'tf.where with numbers',
      run: () => where(tensor([0, 1, 1], [3], 'bool'), tensor(1), tensor(2)),
    },
    {
      name: 'tf.where with other numbers',
      run: () => where(tensor([0, 1, 1], [3], 'bool'), tensor(3), tensor(2)),
    },
  ],
};

/** Other numbers than 0 and 1 are left out. */
function small({ name }: Case): boolean {
  return name.startsWith('bool') || name.endsWith('edge values') || /number [01],/.test(name);
}

function choice(shape: readonly number[], dtype: DataType): Case {
  return {
    name: `${dtype} [${shape.join()}]`,
    run: () =>
      runKernel('Select', {
        condition: sample(shape, 'bool', 1),
        t: sample(shape, dtype),
        e: sample(shape, dtype, 5),
      }),
  };
}

function select(t: Tensor, e: Tensor): Tensor {
  return runKernel('Select', { condition: tensor([0, 1, 0, 1], [4], 'bool'), t, e });
}
