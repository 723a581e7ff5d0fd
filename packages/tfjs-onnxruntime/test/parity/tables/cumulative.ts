import { cumprod, cumsum, grad, tensor, tensor1d } from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Case, Table } from '../compare.ts';
import { varied } from '../operands.ts';

type Cumulative = (x: Tensor, axis: number, exclusive?: boolean, reverse?: boolean) => Tensor;

const WAYS = [
  { way: 'inclusive', exclusive: false, reverse: false },
  { way: 'exclusive', exclusive: true, reverse: false },
  { way: 'reverse', exclusive: false, reverse: true },
  { way: 'exclusive and reverse', exclusive: true, reverse: true },
];

// Negative axes are left out: TensorFlow.js's other backends transpose by them, which fails.
const AXES: readonly [shape: number[], axis: number][] = [
  [[1], 0],
  [[2], 0],
  [[7], 0],
  [[8], 0],
  [[3, 5], 0],
  [[3, 5], 1],
  [[2, 3, 4], 1],
  [[2, 3, 1], 2],
  [[2, 2, 3, 2], 2],
  [[2, 1, 2, 3, 2], 3],
  [[2, 1, 2, 2, 1, 2], 0],
  [[0], 0],
  [[0, 3], 1],
];

const ROWS = [
  [1, NaN, 3, 4],
  [1, Infinity, 2, -Infinity],
  [2, 0, 3, 4],
  [0.5, -0.25, 4, 8],
];

function cases(cumulative: Cumulative): Case[] {
  return WAYS.flatMap(({ way, exclusive, reverse }) => [
    ...(['float32', 'int32', 'bool'] as const).flatMap((type) =>
      AXES.map(([shape, axis]) => ({
        name: `${way}, ${type} [${shape.join()}] along ${axis}`,
        run: () => cumulative(varied(shape, type), axis, exclusive, reverse),
      }))
    ),
    ...ROWS.map((row) => ({
      name: `${way}, ${row.join()}`,
      run: () => cumulative(tensor1d(row), 0, exclusive, reverse),
    })),
  ]);
}

export const table: Table = {
  Cumsum: [
    ...cases(cumsum),
    { name: 'integers wrap', run: () => cumsum(tensor1d([2_147_483_647, 5, 6], 'int32')) },
    { name: '10 000 numbers', run: () => cumsum(varied([10_000])) },
    {
      name: 'gradient',
      run: () => grad((x) => cumsum(x, 1, true).square())(varied([2, 5])),
    },
  ],
  Cumprod: [
    ...cases(cumprod),
    // Here the products are formed from halves, on the cpu backend one factor after the other: 50 roundings of 6e-8.
    {
      name: '50 numbers around 1',
      run: () => cumprod(tensor(Array.from({ length: 50 }, (_, i) => 1 + Math.sin(i) / 10))),
      tolerance: 3e-6,
    },
    { name: 'integers wrap', run: () => cumprod(tensor1d([65_536, 65_537, 3], 'int32')) },
  ],
};
