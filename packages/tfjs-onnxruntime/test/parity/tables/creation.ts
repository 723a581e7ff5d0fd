import { fill, linspace, onesLike, range, zerosLike } from '@tensorflow/tfjs-core';
import type { Table } from '../compare.ts';
import { TYPES, numbered, text } from '../operands.ts';

const SHAPES = [[], [1], [3], [2, 3], [0, 2], [1, 2, 3, 1, 2, 2], [70], [8, 16]];

const FILLED: [value: number, dtype?: 'float32' | 'int32' | 'bool'][] = [
  [0],
  [1],
  [-2.5],
  [NaN],
  [Infinity],
  [1e-40],
  [7, 'int32'],
  [2.7, 'int32'],
  [-2.7, 'int32'],
  [1, 'bool'],
  [0, 'bool'],
];

const RANGES: [start: number, stop: number, step?: number, dtype?: 'float32' | 'int32'][] = [
  [0, 5],
  [0, 5, 2],
  [5, 0, -1],
  [5, 0],
  [5, 0, 2],
  [0, 5, -1],
  [3, 3],
  [0, 1, 0.1],
  [-2, 2, 0.3],
  [0, 200, 1],
  [0, 5, 1, 'int32'],
  [10, -5, -4, 'int32'],
  [-3, 200, 7, 'int32'],
];

/** Kernels that make tensors of nothing but their attributes. */
export const table: Table = {
  ZerosLike: TYPES.flatMap((dtype) =>
    SHAPES.map((shape) => ({
      name: `${dtype} ${text(shape)}`,
      run: () => zerosLike(numbered(shape, dtype)),
    }))
  ),
  OnesLike: TYPES.flatMap((dtype) =>
    SHAPES.map((shape) => ({
      name: `${dtype} ${text(shape)}`,
      run: () => onesLike(numbered(shape, dtype)),
    }))
  ),
  Fill: FILLED.flatMap(([value, dtype]) =>
    SHAPES.map((shape) => ({
      name: `${value} ${dtype} ${text(shape)}`,
      run: () => fill(shape, value, dtype),
    }))
  ),
  Range: RANGES.map(([start, stop, step, dtype]) => ({
    name: `${start} to ${stop} by ${step} ${dtype}`,
    run: () => range(start, stop, step, dtype),
  })),
  LinSpace: [
    [0, 1, 1],
    [0, 1, 2],
    [0, 1, 11],
    [-3, 7, 5],
    [5, -5, 4],
    [2, 2, 3],
    [0, 1e3, 333],
  ].map(([start, stop, num]) => ({
    name: `${num} from ${start} to ${stop}`,
    run: () => linspace(start, stop, num),
  })),
};
