import {
  lowerBound,
  searchSorted,
  tensor,
  tensor1d,
  tensor2d,
  upperBound,
} from '@tensorflow/tfjs-core';
import type { Table } from '../compare.ts';
import { varied } from '../operands.ts';

const WANTED = [-1, 0, 1, 1.5, 2, 2.5, 3, 4, 99, NaN, Infinity, -Infinity];
const SEQUENCES = [
  [1],
  [1, 2],
  [0, 1, 3],
  [0, 1, 1, 1, 2, 3, 4],
  [1, 1, 1, 1, 1, 1, 1, 1],
  [0, 1, 2, 3, 4, 5, 6, 7, 8],
  [-Infinity, 0, 1, 2, Infinity],
  [0, 1, 2, NaN, NaN],
  // Not sorted: what a binary search comes upon.
  [3, 1, 4, 1, 5, 9, 2, 6],
];

export const table: Table = {
  SearchSorted: [
    ...(['left', 'right'] as const).flatMap((side) => [
      ...SEQUENCES.map((sequence) => ({
        name: `${side} in ${sequence.join()}`,
        run: () => searchSorted(tensor1d(sequence), tensor1d(WANTED), side),
      })),
      {
        name: `${side} in rows`,
        run: () =>
          searchSorted(
            tensor2d([
              [0, 3, 9, 9, 10],
              [1, 2, 3, 4, 5],
            ]),
            tensor2d([
              [2, 4, 9],
              [0, 2, 6],
            ]),
            side
          ),
      },
      {
        name: `${side} among integers`,
        run: () =>
          searchSorted(
            tensor1d([1, 3, 3, 16_777_217], 'int32'),
            tensor1d([0, 3, 16_777_216, 16_777_218], 'int32'),
            side
          ),
      },
      {
        name: `${side} among integers for numbers`,
        run: () => searchSorted(tensor1d([1, 3, 3, 8], 'int32'), tensor1d([2.5, 3, 9]), side),
      },
      {
        name: `${side} in 300`,
        run: () =>
          searchSorted(
            tensor1d(Array.from({ length: 300 }, (_, i) => i / 100)),
            varied([50]),
            side
          ),
      },
      {
        name: `${side} in ranks 3`,
        run: () => searchSorted(tensor([0, 1, 2, 3], [2, 1, 2]), varied([2, 1, 3]), side),
      },
    ]),
    { name: 'lowerBound', run: () => lowerBound(tensor1d([0, 1, 1, 2]), tensor1d([1, 3])) },
    { name: 'upperBound', run: () => upperBound(tensor1d([0, 1, 1, 2]), tensor1d([1, 3])) },
  ],
};
