import { clipByValue, tensor } from '@tensorflow/tfjs-core';
import type { Table } from '../compare.ts';
import { unaryCases } from '../elements.ts';

const BOUNDS = [
  { clipValueMin: -1, clipValueMax: 1 },
  { clipValueMin: 0.5, clipValueMax: 2.5 },
  { clipValueMin: -2.5, clipValueMax: -0.5 },
  { clipValueMin: -1e30, clipValueMax: 1e30 },
];

/** Rounding, signs and bounds. */
export const table: Table = {
  Ceil: unaryCases('Ceil'),
  Floor: unaryCases('Floor'),
  Round: unaryCases('Round'),
  Sign: unaryCases('Sign'),
  Relu6: unaryCases('Relu6'),
  ClipByValue: [
    ...BOUNDS.flatMap((attributes) =>
      // A boolean cannot hold a bound of −1 or 2.
      unaryCases('ClipByValue', { attributes }).filter(({ name }) => !name.startsWith('bool'))
    ),
    { name: 'bool', run: () => clipByValue(tensor([0, 1], [2], 'bool'), 0, 1) },
    {
      name: 'no lower bound',
      run: () => clipByValue(tensor([-Infinity, -5, 5, NaN]), -Infinity, 2),
    },
    {
      name: 'no upper bound',
      run: () => clipByValue(tensor([Infinity, -5, 5, NaN]), -2, Infinity),
    },
    {
      name: 'int32 without bounds',
      run: () => clipByValue(tensor([-2147483648, 2147483647], [2], 'int32'), -Infinity, Infinity),
    },
    { name: 'one value', run: () => clipByValue(tensor([1, 2, 3]), 2, 2) },
  ],
};
