import { log, multinomial, tensor1d, tensor2d } from '@tensorflow/tfjs-core';
import type { Table } from '../compare.ts';

const PROBABILITIES = [
  [0.5, 0.5],
  [0, 1],
  [1, 0, 0],
  [0.1, 0.2, 0.3, 0.4],
];

export const table: Table = {
  Multinomial: [
    ...PROBABILITIES.flatMap((row) => [
      {
        name: `with probabilities ${row.join()}`,
        run: () => multinomial(tensor1d(row), 500, 42, true),
      },
      {
        name: `with logarithms of ${row.join()}`,
        run: () => multinomial(log(tensor1d(row)), 500, 7),
      },
    ]),
    {
      name: 'rows',
      run: () =>
        multinomial(
          tensor2d([
            [0.2, 0.3, 0.5],
            [0.9, 0.05, 0.05],
          ]),
          100,
          3,
          true
        ),
    },
    { name: 'one outcome', run: () => multinomial(tensor2d([[1], [1]]), 5, 3, true) },
    { name: 'no samples', run: () => multinomial(tensor1d([0.5, 0.5]), 0, 3, true) },
  ],
};
