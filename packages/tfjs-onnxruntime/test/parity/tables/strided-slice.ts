import { image, reverse, stridedSlice } from '@tensorflow/tfjs-core';
import type { Tensor4D } from '@tensorflow/tfjs-core';
import type { Table } from '../compare.ts';
import { TYPES, numbered, text } from '../operands.ts';

interface Masks {
  readonly begin?: number;
  readonly end?: number;
  readonly ellipsis?: number;
  readonly newAxis?: number;
  readonly shrinkAxis?: number;
}

type Section = [
  python: string,
  shape: number[],
  begin: number[],
  end: number[],
  strides: number[],
  masks?: Masks,
];

const SECTIONS: Section[] = [
  ['x[0:3:2]', [5], [0], [3], [2]],
  ['x[1:100:2]', [5], [1], [100], [2]],
  ['x[-100:100]', [5], [-100], [100], [1]],
  ['x[4:1:-1]', [5], [4], [1], [-1]],
  ['x[-1:-6:-1]', [5], [-1], [-6], [-1]],
  ['x[-1:-6:-2]', [5], [-1], [-6], [-2]],
  ['x[::-1]', [5], [0], [0], [-1], { begin: 1, end: 1 }],
  ['x[::-3]', [5], [0], [0], [-3], { begin: 1, end: 1 }],
  ['x[3::-1]', [5], [3], [0], [-1], { end: 1 }],
  ['x[:2:-1]', [5], [0], [2], [-1], { begin: 1 }],
  ['x[1:3:-1] (nothing)', [5], [1], [3], [-1]],
  ['x[7:9] (nothing)', [5], [7], [9], [1]],
  ['x[2]', [5], [2], [3], [1], { shrinkAxis: 1 }],
  ['x[-1]', [5], [-1], [0], [1], { shrinkAxis: 1 }],
  ['x[:]', [5], [0], [0], [1], { begin: 1, end: 1 }],
  ['x[1:3, 0:2]', [4, 3], [1, 0], [3, 2], [1, 1]],
  ['x[::2, ::-1]', [4, 3], [0, 0], [0, 0], [2, -1], { begin: 3, end: 3 }],
  ['x[3:0:-2, 1:]', [4, 3], [3, 1], [0, 0], [-2, 1], { end: 2 }],
  ['x[1]', [4, 3], [1], [2], [1], { shrinkAxis: 1 }],
  ['x[1, 2]', [4, 3], [1, 2], [2, 3], [1, 1], { shrinkAxis: 3 }],
  ['x[1:3, 2]', [4, 3], [1, 2], [3, 3], [1, 1], { shrinkAxis: 2 }],
  ['x[1:]', [4, 3], [1], [0], [1], { end: 1 }],
  ['x[..., 1]', [2, 3, 4], [0, 1], [0, 2], [1, 1], { ellipsis: 1, shrinkAxis: 2 }],
  ['x[..., 1:3]', [2, 3, 4], [0, 1], [0, 3], [1, 1], { ellipsis: 1 }],
  ['x[..., ::2]', [2, 3, 4], [0, 0], [0, 0], [1, 2], { ellipsis: 1, begin: 2, end: 2 }],
  [
    'x[1:2, ..., ::-1]',
    [2, 3, 4],
    [1, 0, 0],
    [2, 0, 0],
    [1, 1, -1],
    { ellipsis: 2, begin: 4, end: 4 },
  ],
  ['x[newaxis, 1:3]', [5], [0, 1], [0, 3], [1, 1], { newAxis: 1 }],
  ['x[1:3, newaxis]', [5], [1, 0], [3, 0], [1, 1], { newAxis: 2 }],
  ['x[::2, newaxis]', [5], [0, 0], [0, 0], [2, 1], { newAxis: 2, begin: 1, end: 1 }],
  [
    'x[newaxis, ..., 1]',
    [2, 3],
    [0, 0, 1],
    [0, 0, 2],
    [1, 1, 1],
    { newAxis: 1, ellipsis: 2, shrinkAxis: 4 },
  ],
  [
    'x[::2, ::2, ::-1, ::-2]',
    [3, 2, 2, 4],
    [0, 0, 0, 0],
    [0, 0, 0, 0],
    [2, 2, -1, -2],
    { begin: 15, end: 15 },
  ],
  ['x[:, 1:1]', [4, 3], [0, 1], [0, 1], [1, 1], { begin: 1, end: 1 }],
  ['x[::2] of nothing', [0, 2], [0], [0], [2], { begin: 1, end: 1 }],
];

const REVERSED: [shape: number[], axes: number | number[]][] = [
  [[], []],
  [[5], 0],
  [[5], -1],
  [[1], 0],
  [[3, 4], 0],
  [[3, 4], 1],
  [
    [3, 4],
    [0, 1],
  ],
  [[3, 4], []],
  [
    [2, 3, 4],
    [-1, 0],
  ],
  [
    [2, 3, 2, 2],
    [1, 3],
  ],
  [[0, 3], 1],
];

/** Sections with a step. */
export const table: Table = {
  StridedSlice: TYPES.flatMap((dtype) =>
    SECTIONS.map(([python, shape, begin, end, strides, masks = {}]) => ({
      name: `${dtype} ${text(shape)} ${python}`,
      run: () =>
        stridedSlice(
          numbered(shape, dtype),
          begin,
          end,
          strides,
          masks.begin,
          masks.end,
          masks.ellipsis,
          masks.newAxis,
          masks.shrinkAxis
        ),
    }))
  ),
  Reverse: TYPES.flatMap((dtype) =>
    REVERSED.map(([shape, axes]) => ({
      name: `${dtype} ${text(shape)} along ${JSON.stringify(axes)}`,
      run: () => reverse(numbered(shape, dtype), axes),
    }))
  ),
  FlipLeftRight: [
    [1, 1, 1, 1],
    [2, 3, 4, 2],
    [0, 2, 2, 1],
  ].map((shape) => ({
    name: text(shape),
    run: () => image.flipLeftRight(numbered(shape) as Tensor4D),
  })),
};
