import {
  concat,
  expandDims,
  fill,
  reshape,
  slice,
  split,
  stack,
  tensor,
  transpose,
  unstack,
} from '@tensorflow/tfjs-core';
import type { Case, Table } from '../compare.ts';
import { TYPES, numbered, text } from '../operands.ts';

const RESHAPES: [from: number[], to: number[]][] = [
  [[], []],
  [[], [1, 1, 1]],
  [[1], []],
  [[6], [2, 3]],
  [
    [2, 3],
    [3, 2],
  ],
  [[2, 3, 4], [-1]],
  [
    [2, 3, 4],
    [4, -1, 2],
  ],
  [
    [1, 2, 1, 3, 1, 4],
    [2, 3, 4],
  ],
  [
    [0, 3],
    [3, 0, 2],
  ],
];

const INSERTED: [shape: number[], axis: number][] = [
  [[], 0],
  [[], -1],
  [[3], 0],
  [[3], 1],
  [[3], -1],
  [[3], -2],
  [[2, 3], 1],
  [[2, 3, 4, 1, 2], -3],
  [[0, 2], 1],
];

const PERMUTATIONS: [shape: number[], perm: number[]][] = [
  [[], []],
  [[4], [0]],
  [
    [2, 3],
    [0, 1],
  ],
  [
    [2, 3],
    [1, 0],
  ],
  [
    [2, 3, 4],
    [2, 0, 1],
  ],
  [
    [2, 3, 4],
    [0, 2, 1],
  ],
  [
    [2, 1, 3, 2],
    [0, 3, 1, 2],
  ],
  [
    [2, 3, 2, 2],
    [3, 2, 1, 0],
  ],
  [
    [2, 1, 2, 3, 2],
    [4, 0, 3, 1, 2],
  ],
  [
    [1, 2, 3, 1, 2, 2],
    [5, 3, 1, 0, 2, 4],
  ],
  [
    [2, 0, 3],
    [2, 0, 1],
  ],
];

const JOINED: [shapes: number[][], axis: number][] = [
  [[[2], [3]], 0],
  [
    [
      [2, 3],
      [1, 3],
      [2, 3],
    ],
    0,
  ],
  [
    [
      [2, 3],
      [2, 1],
    ],
    1,
  ],
  [
    [
      [2, 3],
      [2, 2],
    ],
    -1,
  ],
  [
    [
      [2, 1, 2],
      [2, 3, 2],
    ],
    -2,
  ],
  [
    [
      [1, 2, 1, 2, 1, 2],
      [1, 2, 1, 1, 1, 2],
    ],
    3,
  ],
  [
    [
      [0, 3],
      [2, 3],
      [0, 3],
      [1, 3],
    ],
    0,
  ],
  [
    [
      [0, 3],
      [2, 3],
    ],
    0,
  ],
  [
    [
      [0, 3],
      [0, 3],
    ],
    0,
  ],
  [
    [
      [0, 3],
      [0, 2],
    ],
    1,
  ],
];

const STACKED: [shape: number[], count: number, axis: number][] = [
  [[], 3, 0],
  [[], 2, -1],
  [[2], 3, 0],
  [[2], 3, 1],
  [[2, 3], 2, 1],
  [[2, 3], 2, -1],
  [[2, 3], 1, 2],
  [[2, 1, 2, 1, 2], 2, -3],
  [[0, 2], 3, 1],
];

const UNSTACKED: [shape: number[], axis: number][] = [
  [[3], 0],
  [[3, 2], 0],
  [[3, 2], 1],
  [[3, 2], -1],
  [[2, 3, 4], 1],
  [[2, 1, 2, 2, 1, 3], 5],
  [[2, 1], 1],
  [[2, 0], 0],
];

const SPLITS: [shape: number[], parts: number | number[], axis: number][] = [
  [[6], 3, 0],
  [[6], [1, 2, 3], 0],
  [[4, 6], 2, 1],
  [[4, 6], [2, -1], 1],
  [[4, 6], [1, 0, 3], 0],
  [[4, 6], 6, -1],
  [[2, 3, 2, 4], [3, 1], 3],
  [[0, 4], 2, 1],
];

const SLICES: [shape: number[], begin: number | number[], size?: number | number[]][] = [
  [[5], 1, 3],
  [[5], 2],
  [[5], [0], [5]],
  [[5], [3], [0]],
  [
    [4, 3],
    [1, 1],
    [2, 2],
  ],
  [
    [4, 3],
    [1, 0],
    [-1, 2],
  ],
  [[4, 3], [2], [1]],
  [
    [2, 3, 4],
    [1, 0, 2],
    [1, 3, 2],
  ],
  [
    [2, 3, 2, 3],
    [0, 1, 0, 2],
    [2, 2, 2, 1],
  ],
  [
    [2, 1, 3, 2, 2, 2],
    [1, 0, 1, 0, 0, 1],
    [1, 1, 2, 2, 1, 1],
  ],
  [
    [0, 3],
    [0, 1],
    [0, 2],
  ],
];

const OTHER: Case[] = [
  {
    name: 'int32 after float32: the first type',
    run: () => concat([numbered([2]), numbered([3], 'int32')]),
  },
  {
    name: 'NaN and infinities',
    run: () => concat([tensor([NaN, -Infinity]), fill([2], Infinity)]),
  },
];

/** Kernels that move elements and compute nothing. */
export const table: Table = {
  Reshape: TYPES.flatMap((dtype) =>
    RESHAPES.map(([from, to]) => ({
      name: `${dtype} ${text(from)} to ${text(to)}`,
      run: () => reshape(numbered(from, dtype), to),
    }))
  ),
  ExpandDims: INSERTED.map(([shape, axis]) => ({
    name: `${text(shape)} at ${axis}`,
    run: () => expandDims(numbered(shape), axis),
  })),
  Transpose: TYPES.flatMap((dtype) =>
    PERMUTATIONS.map(([shape, perm]) => ({
      name: `${dtype} ${text(shape)} by ${text(perm)}`,
      run: () => transpose(numbered(shape, dtype), perm),
    }))
  ),
  Concat: [
    ...TYPES.flatMap((dtype) =>
      JOINED.map(([shapes, axis]) => ({
        name: `${dtype} ${text(shapes)} along ${axis}`,
        run: () =>
          concat(
            shapes.map((shape) => numbered(shape, dtype)),
            axis
          ),
      }))
    ),
    ...OTHER,
  ],
  Pack: TYPES.flatMap((dtype) =>
    STACKED.map(([shape, count, axis]) => ({
      name: `${dtype} ${count} of ${text(shape)} at ${axis}`,
      run: () =>
        stack(
          Array.from({ length: count }, () => numbered(shape, dtype)),
          axis
        ),
    }))
  ),
  Unpack: TYPES.flatMap((dtype) =>
    UNSTACKED.map(([shape, axis]) => ({
      name: `${dtype} ${text(shape)} along ${axis}`,
      run: () => unstack(numbered(shape, dtype), axis),
    }))
  ),
  SplitV: TYPES.flatMap((dtype) =>
    SPLITS.map(([shape, parts, axis]) => ({
      name: `${dtype} ${text(shape)} into ${JSON.stringify(parts)} along ${axis}`,
      run: () => split(numbered(shape, dtype), parts, axis),
    }))
  ),
  Slice: TYPES.flatMap((dtype) =>
    SLICES.map(([shape, begin, size]) => ({
      name: `${dtype} ${text(shape)} from ${JSON.stringify(begin)}, size ${JSON.stringify(size)}`,
      run: () => slice(numbered(shape, dtype), begin, size),
    }))
  ),
};
