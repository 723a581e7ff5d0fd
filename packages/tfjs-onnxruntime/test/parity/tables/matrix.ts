import { matMul, tensor2d } from '@tensorflow/tfjs-core';
import type { Table } from '../compare.ts';

/** Products of matrices. */
export const table: Table = {
  BatchMatMul: [
    {
      name: '[2,3] times [3,2]',
      run: () => matMul(tensor2d([1, 2, 3, 4, 5, 6], [2, 3]), tensor2d([1, -2, 3, 4, 5, -6], [3, 2])),
    },
  ],
};
