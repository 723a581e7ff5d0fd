import { avgPool, fill, maxPool, maxPoolWithArgmax } from '@tensorflow/tfjs-core';
import type { Rank, Tensor4D } from '@tensorflow/tfjs-core';
import type { Case, Table } from '../compare.ts';
import { numbered, text } from '../operands.ts';

type Pool = [
  x: [number, number, number, number],
  window: number | [number, number],
  strides: number | [number, number],
  pad: 'valid' | 'same' | number,
  rounding?: 'floor' | 'round' | 'ceil',
];

const POOLS: Pool[] = [
  [[1, 4, 4, 1], 2, 2, 'valid'],
  [[2, 5, 4, 3], [3, 2], 1, 'valid'],
  [[2, 5, 4, 3], [3, 2], 1, 'same'],
  [[2, 5, 5, 3], 2, 2, 'same'],
  [[1, 7, 6, 2], [2, 3], [3, 2], 'same'],
  [[1, 5, 5, 2], 3, 1, 1],
  [[1, 6, 6, 2], 3, 2, 1, 'floor'],
  [[1, 6, 6, 2], 3, 2, 0, 'ceil'],
  [[1, 3, 3, 2], 1, 1, 'valid'],
  [[1, 3, 3, 2], 1, 2, 'valid'],
  [[1, 3, 4, 2], [3, 4], 1, 'valid'],
  [[0, 4, 4, 2], 2, 1, 'same'],
];

function cases(pool: typeof maxPool, dtype: 'float32' | 'int32'): Case[] {
  return POOLS.map(([x, window, strides, pad, rounding]) => ({
    name: `${dtype} ${text(x)} in ${JSON.stringify(window)}, strides ${JSON.stringify(strides)}, ${pad} ${rounding}`,
    run: () => pool(numbered(x, dtype) as Tensor4D, window, strides, pad, rounding),
  }));
}

/** Averages and maxima of windows. */
export const table: Table = {
  AvgPool: cases(avgPool, 'float32'),
  MaxPool: [
    ...cases(maxPool, 'float32'),
    ...cases(maxPool, 'int32'),
    {
      name: 'infinities',
      run: () => maxPool(fill<Rank.R4>([1, 4, 4, 1], Infinity), 2, 2, 'valid'),
    },
  ],
  MaxPoolWithArgmax: POOLS.flatMap(([x, window, strides, pad]) =>
    [false, true].map((includeBatch) => ({
      name: `${text(x)} in ${JSON.stringify(window)}, strides ${JSON.stringify(strides)}, ${pad}, images counted: ${includeBatch}`,
      run: () => {
        const images = numbered(x) as Tensor4D;
        const { result, indexes } = maxPoolWithArgmax(images, window, strides, pad, includeBatch);
        return [result, indexes];
      },
    }))
  ),
};
