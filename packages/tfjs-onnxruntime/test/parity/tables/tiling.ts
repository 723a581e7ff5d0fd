import { broadcastArgs, diag, tensor1d, tile } from '@tensorflow/tfjs-core';
import type { Table } from '../compare.ts';
import { TYPES, numbered, text } from '../operands.ts';

const TILED: [shape: number[], repeats: number[]][] = [
  [[], []],
  [[3], [1]],
  [[3], [4]],
  [[3], [0]],
  [
    [2, 3],
    [2, 1],
  ],
  [
    [2, 3],
    [3, 2],
  ],
  [
    [2, 1, 3],
    [1, 4, 2],
  ],
  [
    [1, 2, 1, 2],
    [2, 1, 3, 2],
  ],
  [
    [1, 2, 1, 2, 1, 2],
    [2, 1, 2, 1, 2, 1],
  ],
  [
    [0, 2],
    [3, 2],
  ],
];

const BROADCAST: [a: number[], b: number[]][] = [
  [
    [2, 3],
    [2, 3],
  ],
  [[2, 1, 3], [3]],
  [[1], [4, 1, 5]],
  [
    [3, 1],
    [1, 4],
  ],
  [[], [2, 2]],
  [[], []],
  [[0, 1], [5]],
];

/** Elements repeated or spread out. */
export const table: Table = {
  Tile: TYPES.flatMap((dtype) =>
    TILED.map(([shape, repeats]) => ({
      name: `${dtype} ${text(shape)} times ${text(repeats)}`,
      run: () => tile(numbered(shape, dtype), repeats),
    }))
  ),
  Diag: TYPES.flatMap((dtype) =>
    [[], [1], [4], [2, 3], [2, 1, 2], [0]].map((shape) => ({
      name: `${dtype} ${text(shape)}`,
      run: () => diag(numbered(shape, dtype)),
    }))
  ).concat([
    {
      name: 'NaN and infinities stay on the diagonal',
      run: () => diag(tensor1d([NaN, 1, Infinity])),
    },
  ]),
  BroadcastArgs: BROADCAST.map(([a, b]) => ({
    name: `${text(a)} with ${text(b)}`,
    run: () => broadcastArgs(tensor1d(a, 'int32'), tensor1d(b, 'int32')),
  })),
};
