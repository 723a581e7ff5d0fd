import { greater, tensor } from '@tensorflow/tfjs-core';
import type { Table } from '../compare.ts';
import { binaryCases, unaryCases } from '../elements.ts';

const COMPARISONS = ['Equal', 'NotEqual', 'Greater', 'GreaterEqual', 'Less', 'LessEqual'];
const PROPERTIES = ['IsFinite', 'IsInf', 'IsNan'];

/** Comparisons, and what a number is. */
export const table: Table = {
  ...Object.fromEntries(COMPARISONS.map((name) => [name, comparisonCases(name)])),
  ...Object.fromEntries(PROPERTIES.map((name) => [name, unaryCases(name)])),
};

function comparisonCases(kernel: string) {
  const integers = [0, 1, -1, 16777216, 16777217, 2147483647, -2147483648];
  return [
    ...binaryCases(kernel, { integers }),
    {
      name: 'tf.greater of int32 and float32',
      run: () => greater(tensor([1, 2], [2], 'int32'), tensor([1.5, 1.5])),
    },
  ];
}
