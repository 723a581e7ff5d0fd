import { div, divNoNan, floorDiv, mod, tensor } from '@tensorflow/tfjs-core';
import type { Table } from '../compare.ts';
import { binaryCases, runKernel, sample, unaryCases } from '../elements.ts';

// Whole numbers and halves: quotients that are integers exactly, and ones that are just below.
const QUOTIENTS = [0, 1, -1, 3, -3, 0.5, -0.5, 7, -7, 0.1, -0.1, 0.3, -0.3, 100, -100.5, 1e6];
const WITH_EDGES = [...QUOTIENTS, NaN, Infinity, -Infinity, 1e-30, -1e-30];
const EXTREMES = [-2147483648, 2147483647, -1, 0, 1, 2, -3];

/** Quotients and remainders. */
export const table: Table = {
  RealDiv: [
    ...binaryCases('RealDiv', { integers: [0, 1, -1, 2, -2, 3, 7, -7, 100] }),
    {
      name: 'tf.div of int32',
      run: () => div(sample([5], 'int32'), tensor([2, -2, 3, 0, 1], [5], 'int32')),
    },
    { name: 'divNoNan', run: () => divNoNan(tensor([1, 0, -1, 2]), tensor([0, 0, 2, 4])) },
  ],
  FloorDiv: [
    ...binaryCases('FloorDiv', { values: WITH_EDGES }),
    ...binaryCases('FloorDiv', { dtypes: ['int32'], integers: EXTREMES }).slice(0, 1),
    { name: 'tf.floorDiv', run: () => floorDiv(sample([5]), sample([5], 'float32', 3)) },
  ],
  Mod: [
    // In double precision, as JavaScript computes it, 1e-30 − 1 is −1, which leaves no remainder by −1.
    ...binaryCases('Mod', { values: WITH_EDGES.filter((x) => Math.abs(x) !== 1e-30) }),
    ...binaryCases('Mod', { dtypes: ['int32'], integers: EXTREMES }).slice(0, 1),
    { name: 'tf.mod', run: () => mod(sample([5]), sample([5], 'float32', 3)) },
    {
      name: 'a negative number much smaller than the divisor',
      run: () => runKernel('Mod', { a: tensor([-1e-9, 1e-9]), b: tensor([5, -5]) }),
    },
  ],
  Reciprocal: unaryCases('Reciprocal'),
};
