import { argMax, argMin, fill, tensor, tensor1d, tensor2d, topk } from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Case, Table } from '../compare.ts';
import { varied } from '../operands.ts';

const AXES: readonly [shape: number[], axis: number][] = [
  [[1], 0],
  [[7], 0],
  [[7], -1],
  [[3, 5], 0],
  [[3, 5], 1],
  [[3, 5], -2],
  [[3, 1], 1],
  [[2, 3, 4], 1],
  [[2, 3, 4, 2], -1],
  [[2, 2, 3, 2, 2], 2],
  [[2, 1, 3, 2, 1, 2], 3],
  [[40, 50], 0],
  [[40, 50], 1],
  [[0, 3], 0],
  [[3, 0], 1],
  [[0, 3], 1],
];

const ROWS = [
  [1, NaN, 3, 2],
  [NaN, 1, 2, 3],
  [NaN, Infinity, -Infinity, 3],
  [1, 2, 2, NaN],
  [NaN, NaN, NaN, NaN],
  [-Infinity, NaN, -Infinity, -Infinity],
  [Infinity, NaN, Infinity, Infinity],
  [-Infinity, -Infinity, -Infinity, -Infinity],
  [5, 1, 5, 1],
  [0, -0, 0, 0],
  [0, Infinity, Infinity, 0],
];

function extremes(position: (x: Tensor, axis?: number) => Tensor): Case[] {
  return [
    ...(['float32', 'int32', 'bool'] as const).flatMap((type) =>
      AXES.map(([shape, axis]) => ({
        name: `${type} [${shape.join()}] along ${axis}`,
        run: () => position(varied(shape, type), axis),
      }))
    ),
    ...ROWS.map((row) => ({ name: row.join(), run: () => position(tensor1d(row)) })),
    ...ROWS.map((row) => ({
      name: `columns ${row.join()}`,
      run: () => position(tensor2d([row, row]).transpose(), 0),
    })),
    {
      name: 'integers beyond 24 bits',
      run: () => position(tensor1d([16_777_217, 16_777_218, 16_777_216], 'int32')),
    },
  ];
}

const ranked = (x: Tensor, k: number, sorted = true): Tensor[] => Object.values(topk(x, k, sorted));

export const table: Table = {
  ArgMax: extremes(argMax),
  ArgMin: extremes(argMin),
  TopK: [
    ...(['float32', 'int32', 'bool'] as const).flatMap((type) =>
      [[6], [4, 6], [2, 3, 6], [2, 1, 2, 1, 2, 6]].flatMap((shape) =>
        [0, 1, 3, 6].map((k) => ({
          name: `${type}, ${k} of [${shape.join()}]`,
          run: () => ranked(varied(shape, type), k),
        }))
      )
    ),
    { name: 'equal ones', run: () => ranked(tensor1d([1, 3, 3, 2, 3, 1]), 5) },
    { name: '70 equal ones', run: () => ranked(fill([70], 2), 69) },
    { name: 'zeros of both signs', run: () => ranked(tensor1d([0, -0, 0, -0]), 3) },
    { name: 'infinite', run: () => ranked(tensor1d([-Infinity, 1, Infinity, -5]), 4) },
    { name: 'a long row', run: () => ranked(varied([1000]), 17) },
    { name: 'no rows', run: () => ranked(tensor([], [0, 4]), 2) },
    { name: 'k omitted', run: () => Object.values(topk(varied([5]))) },
    // What is not sorted may come in any order.
    { name: 'not sorted', run: () => ranked(varied([3, 9]), 4, false).map((x) => x.sum(1)) },
  ],
};
