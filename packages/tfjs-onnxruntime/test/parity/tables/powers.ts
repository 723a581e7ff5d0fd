import { pow, tensor } from '@tensorflow/tfjs-core';
import type { Table } from '../compare.ts';
import { binaryCases, unaryCases } from '../elements.ts';

// 1 and −1 to the power of NaN and ±∞ differ.
const BASES = [NaN, Infinity, -Infinity, 0, 0.5, -0.5, 2, -2, 3, 10, -7.25];
// Powers beyond 2⁶³ are not exact in JavaScript's numbers either.
const INTEGERS = [0, 1, -1, 2, -2, 3, -3, 7, 10, 15];

/** Powers, exponentials, logarithms and roots. */
export const table: Table = {
  Pow: [
    ...binaryCases('Pow', { values: BASES, integers: INTEGERS }).filter(
      // JavaScript: 1 to the power of NaN is NaN.
      ({ name }) => !name.includes('others with the number NaN')
    ),
    {
      name: 'int32 beyond its range',
      run: () => pow(tensor([2, 2, 3, -5], [4], 'int32'), tensor([31, 33, 25, 15], [4], 'int32')),
    },
    {
      name: 'squares and cubes',
      run: () => pow(tensor([-1, 0, 1.5, -3, NaN, Infinity, -Infinity]), 2),
    },
    { name: 'cubes', run: () => pow(tensor([-1, 0, 1.5, -3, NaN, Infinity, -Infinity]), 3) },
    { name: 'float32 to int32', run: () => pow(tensor([1.5, -2]), tensor([2, 3], [2], 'int32')) },
  ],
  Exp: unaryCases('Exp'),
  Expm1: unaryCases('Expm1', { integers: [0, 1, -1, 2, -2, 5, 10] }),
  Log: unaryCases('Log'),
  Log1p: unaryCases('Log1p'),
  Sqrt: unaryCases('Sqrt', { integers: [0, 1, 2, 4, 9, 100, 10000, -1] }),
  Rsqrt: unaryCases('Rsqrt'),
};
