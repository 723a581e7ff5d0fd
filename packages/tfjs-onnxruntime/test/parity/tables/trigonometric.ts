import { atan2, tensor } from '@tensorflow/tfjs-core';
import type { Table } from '../compare.ts';
import { binaryCases, unaryCases } from '../elements.ts';

const NAMES = [
  ...['Sin', 'Cos', 'Tan', 'Asin', 'Acos', 'Atan'],
  ...['Sinh', 'Cosh', 'Tanh', 'Asinh', 'Acosh', 'Atanh'],
];
// Beyond these, tanh is 1 in float32, but is cut off to 0 in double precision.
const INTEGERS = [0, 1, -1, 2, -2, 3, 7, -7];

/** Circular and hyperbolic functions and their inverses. */
export const table: Table = {
  ...Object.fromEntries(NAMES.map((name) => [name, unaryCases(name, { integers: INTEGERS })])),
  Atan2: [
    ...binaryCases('Atan2'),
    {
      name: 'all directions',
      run: () => {
        const angles = Array.from({ length: 97 }, (_, i) => ((i - 48) * Math.PI) / 48);
        return atan2(tensor(angles.map(Math.sin)), tensor(angles.map(Math.cos)));
      },
    },
  ],
};
