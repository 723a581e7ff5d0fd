import { batchToSpaceND, depthToSpace, spaceToBatchND } from '@tensorflow/tfjs-core';
import type { Tensor4D } from '@tensorflow/tfjs-core';
import type { Table } from '../compare.ts';
import { TYPES, numbered, text } from '../operands.ts';

type Blocks = [shape: number[], block: number[], borders: [number, number][]];

const TO_SPACE: Blocks[] = [
  [
    [4, 1, 1, 1],
    [2, 2],
    [
      [0, 0],
      [0, 0],
    ],
  ],
  [
    [4, 2, 2, 3],
    [2, 2],
    [
      [1, 0],
      [0, 2],
    ],
  ],
  [
    [6, 2, 1],
    [3, 2],
    [
      [1, 2],
      [0, 1],
    ],
  ],
  [[4, 3], [2], [[0, 1]]],
  [
    [8, 1, 2, 1, 2],
    [2, 2, 2],
    [
      [0, 0],
      [1, 0],
      [0, 1],
    ],
  ],
];

const TO_BATCH: Blocks[] = [
  [
    [1, 2, 2, 1],
    [2, 2],
    [
      [0, 0],
      [0, 0],
    ],
  ],
  [
    [2, 3, 2, 3],
    [2, 2],
    [
      [1, 0],
      [0, 2],
    ],
  ],
  [
    [1, 3, 5],
    [3, 2],
    [
      [1, 2],
      [0, 1],
    ],
  ],
  [[2, 3], [2], [[0, 1]]],
  [[2, 3, 4], [2], [[1, 0]]],
];

const DEPTHS: [shape: [number, number, number, number], block: number][] = [
  [[1, 1, 1, 4], 2],
  [[2, 2, 3, 12], 2],
  [[1, 2, 1, 9], 3],
  [[1, 2, 2, 8], 2],
];

/** Blocks of elements moved between axes. */
export const table: Table = {
  BatchToSpaceND: TYPES.flatMap((dtype) =>
    TO_SPACE.map(([shape, block, crops]) => ({
      name: `${dtype} ${text(shape)} in blocks ${text(block)}, cropped ${text(crops)}`,
      run: () => batchToSpaceND(numbered(shape, dtype), block, crops),
    }))
  ),
  SpaceToBatchND: TYPES.flatMap((dtype) =>
    TO_BATCH.map(([shape, block, paddings]) => ({
      name: `${dtype} ${text(shape)} in blocks ${text(block)}, padded ${text(paddings)}`,
      run: () => spaceToBatchND(numbered(shape, dtype), block, paddings),
    }))
  ),
  DepthToSpace: DEPTHS.map(([shape, block]) => ({
    name: `${text(shape)} in blocks of ${block}`,
    run: () => depthToSpace(numbered(shape) as Tensor4D, block),
  })),
};
