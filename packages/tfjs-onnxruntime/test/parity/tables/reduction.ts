import {
  all,
  any,
  cast,
  fill,
  grad,
  logSumExp,
  max,
  mean,
  min,
  moments,
  norm,
  ones,
  prod,
  sum,
  tensor,
  tensor1d,
  tensor2d,
  zeros,
} from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Case, Table } from '../compare.ts';
import { varied } from '../operands.ts';

type Reduction = (x: Tensor, axis?: number | number[], keepDims?: boolean) => Tensor;
type Type = 'float32' | 'int32' | 'bool';

const AXES: readonly [shape: number[], axis: number | number[] | undefined][] = [
  [[], undefined],
  [[], []],
  [[5], undefined],
  [[5], 0],
  [[5], []],
  [[1], -1],
  [[3, 4], undefined],
  [[3, 4], 0],
  [[3, 4], 1],
  [[3, 4], -1],
  [
    [3, 4],
    [0, 1],
  ],
  [
    [3, 4],
    [1, 0],
  ],
  [[3, 4], []],
  [[3, 1], 1],
  [
    [2, 3, 4],
    [0, 2],
  ],
  [
    [2, 3, 4],
    [-1, 0],
  ],
  [[2, 3, 4], 1],
  [
    [2, 3, 4, 2],
    [1, 3],
  ],
  [
    [2, 2, 3, 2, 2],
    [0, 2, 4],
  ],
  [
    [2, 1, 3, 2, 1, 2],
    [1, 5],
  ],
  [[2, 1, 3, 2, 1, 2], undefined],
  [[9, 33], 0],
  [[9, 33], 1],
];

const NOTHING: readonly [shape: number[], axis: number | number[] | undefined][] = [
  [[0], undefined],
  [[0], 0],
  [[0, 3], 0],
  [[3, 0], 1],
  [[3, 0], undefined],
  [
    [2, 0, 2],
    [0, 1],
  ],
  [[0, 3], 1],
];

/** Which axes are reduced, kept and not, for some element types; and nothing at all to reduce. */
function overAxes(reduction: Reduction, types: readonly Type[]): Case[] {
  return types.flatMap((type) =>
    [...AXES, ...NOTHING].flatMap(([shape, axis]) =>
      [false, true].map((keepDims) => ({
        name: `${type} [${shape.join()}] over ${axis === undefined ? 'all' : `[${[axis].flat().join()}]`}${keepDims ? ', kept' : ''}`,
        run: () => reduction(varied(shape, type), axis, keepDims),
      }))
    )
  );
}

/** Numbers that are none or infinite, in each place of a row, in rows and in columns, long and short. */
function notFinite(reduction: Reduction): Case[] {
  const rows: readonly number[][] = [
    [NaN, 1, 2],
    [1, NaN, 2],
    [1, 2, NaN],
    [NaN, NaN, NaN],
    [-Infinity, NaN, Infinity],
    [Infinity, 1, 2],
    [-Infinity, 1, 2],
    [Infinity, -Infinity, 0],
    [-Infinity, -Infinity, -Infinity],
    [3e38, 1, -3e38],
  ];
  return rows.flatMap((row) => [
    { name: `row ${row.join()}`, run: () => reduction(tensor2d(row, [1, 3]), 1) },
    { name: `column ${row.join()}`, run: () => reduction(tensor2d(row, [3, 1]), 0) },
    { name: `all of ${row.join()}`, run: () => reduction(tensor1d(row)) },
    {
      name: `${row.join()} among others`,
      run: () => reduction(varied([2, 20]).concat(tensor([row, row], [2, 3]), 1), 1),
    },
  ]);
}

const GRADIENT_OF = (reduction: Reduction): Case[] => [
  { name: 'gradient over an axis', run: () => grad((x) => reduction(x, 1))(varied([3, 4])) },
  { name: 'gradient over all', run: () => grad((x) => reduction(x).square())(varied([2, 3, 2])) },
];

// The cpu backend adds with 64 bits and rounds once; here partial sums are rounded to 24 bits: for n numbers of
// size 1 in several partial sums the error grows as a random walk, at most √n · 6e-8 · |sum| here.
const MANY = { tolerance: 2e-5 };

export const table: Table = {
  Sum: [
    ...overAxes(sum, ['float32', 'int32', 'bool']),
    ...notFinite(sum),
    ...GRADIENT_OF(sum),
    { name: '100 000 numbers', run: () => sum(varied([100_000])), ...MANY },
    { name: '100 000 ones', run: () => sum(ones([100_000])), ...MANY },
    { name: '40 000 rows', run: () => sum(varied([40_000, 3]), 0), ...MANY },
    { name: 'integers beyond 24 bits', run: () => sum(tensor1d([16_777_217, 2, 4], 'int32')) },
    { name: 'integers wrap', run: () => sum(tensor1d([2_147_483_647, 1, 5], 'int32')) },
    {
      name: 'integers wrap downwards',
      run: () => sum(tensor2d([-2_147_483_648, -1, -7, 3], [2, 2], 'int32'), 0),
    },
    { name: 'equal elements made by the graph', run: () => sum(fill([70, 2], 3), 0) },
    { name: 'norm, Euclidean', run: () => norm(varied([3, 4]), 'euclidean', 1) },
  ],
  Prod: [
    ...overAxes(prod, ['float32', 'int32', 'bool']),
    ...notFinite(prod),
    ...GRADIENT_OF(prod),
    { name: 'with a zero', run: () => prod(tensor1d([1, 0, 5])) },
    { name: 'integers wrap', run: () => prod(tensor1d([65_536, 65_537, 3], 'int32')) },
  ],
  Mean: [
    ...overAxes(mean, ['float32', 'int32', 'bool']),
    ...notFinite(mean).filter(({ name }) => !name.includes('3e+38')),
    ...GRADIENT_OF(mean),
    { name: '100 000 numbers', run: () => mean(varied([100_000])), ...MANY },
    { name: 'moments', run: () => Object.values(moments(varied([4, 5]), 0)) },
  ],
  Max: [
    ...overAxes(max, ['float32', 'int32', 'bool']),
    ...notFinite(max),
    ...GRADIENT_OF(max),
    {
      name: 'integers beyond 24 bits',
      run: () => max(tensor1d([16_777_217, 16_777_216], 'int32')),
    },
    { name: 'logSumExp', run: () => logSumExp(varied([3, 4]), 1) },
    { name: 'logSumExp, kept', run: () => logSumExp(varied([3, 4]), 0, true) },
    { name: 'logSumExp of large numbers', run: () => logSumExp(tensor1d([1000, 1000, -1000])) },
    { name: 'logSumExp with -Infinity', run: () => logSumExp(tensor1d([-Infinity, 1])) },
  ],
  Min: [
    ...overAxes(min, ['float32', 'int32', 'bool']),
    ...notFinite(min),
    ...GRADIENT_OF(min),
    {
      name: 'integers beyond 24 bits',
      run: () => min(tensor1d([16_777_217, 16_777_218], 'int32')),
    },
  ],
  All: [
    ...overAxes(all, ['bool']),
    { name: 'of a comparison', run: () => all(varied([3, 4]).greater(-10), 1) },
    { name: 'of zeros', run: () => all(zeros([70], 'bool')) },
    { name: 'of ones', run: () => all(cast(ones([70]), 'bool')) },
  ],
  Any: [
    ...overAxes(any, ['bool']),
    { name: 'of a comparison', run: () => any(varied([3, 4]).greater(1), 1) },
    { name: 'of zeros', run: () => any(zeros([70], 'bool')) },
  ],
};
