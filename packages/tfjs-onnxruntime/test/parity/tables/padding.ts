import { mirrorPad, pad } from '@tensorflow/tfjs-core';
import type { Table } from '../compare.ts';
import { TYPES, numbered, text } from '../operands.ts';

const PADDED: [shape: number[], paddings: [number, number][]][] = [
  [[3], [[1, 2]]],
  [[3], [[0, 0]]],
  [
    [2, 3],
    [
      [1, 0],
      [0, 2],
    ],
  ],
  [
    [2, 1, 2],
    [
      [0, 1],
      [2, 1],
      [1, 0],
    ],
  ],
  [
    [1, 2, 1, 2],
    [
      [1, 0],
      [0, 1],
      [2, 0],
      [0, 2],
    ],
  ],
  [
    [1, 2, 1, 2, 1, 2],
    [
      [0, 0],
      [1, 1],
      [0, 0],
      [0, 1],
      [1, 0],
      [0, 0],
    ],
  ],
  [
    [0, 3],
    [
      [1, 2],
      [0, 1],
    ],
  ],
  [
    [0, 3],
    [
      [0, 0],
      [1, 1],
    ],
  ],
];

const MIRRORED: [shape: number[], paddings: [number, number][]][] = [
  [[4], [[3, 2]]],
  [[4], [[0, 0]]],
  [[4], [[0, 1]]],
  [
    [2, 3],
    [
      [1, 1],
      [2, 0],
    ],
  ],
  [
    [2, 3, 4],
    [
      [0, 0],
      [2, 1],
      [0, 3],
    ],
  ],
  [
    [1, 3, 3, 2],
    [
      [0, 0],
      [1, 2],
      [2, 1],
      [0, 0],
    ],
  ],
];

/** Elements put round a tensor. */
export const table: Table = {
  PadV2: TYPES.flatMap((dtype) =>
    (dtype === 'bool' ? [0, 1] : dtype === 'int32' ? [0, -7] : [0, -1.5, NaN, Infinity]).flatMap(
      (value) =>
        PADDED.map(([shape, paddings]) => ({
          name: `${dtype} ${text(shape)} with ${value} at ${text(paddings)}`,
          run: () => pad(numbered(shape, dtype), paddings, value),
        }))
    )
  ),
  MirrorPad: TYPES.flatMap((dtype) =>
    (['reflect', 'symmetric'] as const).flatMap((mode) =>
      MIRRORED.map(([shape, paddings]) => ({
        name: `${dtype} ${text(shape)} ${mode} at ${text(paddings)}`,
        run: () => mirrorPad(numbered(shape, dtype), paddings, mode),
      }))
    )
  ),
};
