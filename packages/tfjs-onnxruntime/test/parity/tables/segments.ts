import { grad, sparse, tensor, tensor1d, unsortedSegmentSum } from '@tensorflow/tfjs-core';
import type { Case, Table } from '../compare.ts';
import { computed, positions, varied } from '../operands.ts';

const ROWS: readonly [shape: number[], ids: number[], segments: number][] = [
  [[4], [0, 2, 0, 1], 3],
  [[4], [1, 1, 1, 1], 2],
  [[4], [0, 2, -1, 1], 3],
  [[4], [0, 5, 3, 1], 3],
  [[4], [0, 1, 2, 3], 1],
  [[3, 2], [2, 1, 2], 3],
  [[3, 2, 2], [2, 1, 2], 4],
  [[2, 1, 2, 1, 3], [1, 0], 2],
  [[0], [], 3],
  [[0, 2], [], 3],
  [[2, 0], [1, 0], 3],
];

const SPARSE: readonly [name: string, shape: number[], indices: number[], ids: number[]][] = [
  ['two segments', [3, 4], [0, 1, 2], [0, 0, 1]],
  ['rows more than once', [3, 4], [2, 2, 0], [0, 0, 1]],
  ['a gap', [3, 4], [0, 1, 1], [0, 2, 2]],
  ['a gap at the beginning', [3, 4], [0, 1], [2, 2]],
  ['numbers', [5], [4, 0, 3, 3], [0, 0, 0, 1]],
  ['rank 3', [3, 2, 2], [1, 2, 0], [0, 1, 1]],
  ['none', [3, 4], [], []],
];

type OfSegments = typeof sparse.sparseSegmentSum;

const sparseCases = (ofSegments: OfSegments): Case[] =>
  (['float32', 'int32'] as const).flatMap((type) =>
    SPARSE.map(([name, shape, indices, ids]) => ({
      name: `${type}, ${name}`,
      run: () =>
        ofSegments(
          computed(varied(shape, type)),
          tensor1d(indices, 'int32'),
          tensor1d(ids, 'int32')
        ),
    }))
  );

export const table: Table = {
  UnsortedSegmentSum: [
    ...(['float32', 'int32', 'bool'] as const).flatMap((type) =>
      ROWS.flatMap(([shape, ids, segments]) => {
        const name = `${type} [${shape.join()}] to [${ids.join()}] of ${segments}`;
        const segmentIds = () => tensor1d(ids, 'int32');
        return [
          { name, run: () => unsortedSegmentSum(varied(shape, type), segmentIds(), segments) },
          {
            name: `${name}, computed`,
            run: () => unsortedSegmentSum(varied(shape, type), computed(segmentIds()), segments),
          },
        ];
      })
    ),
    {
      name: 'gradient',
      run: () =>
        grad((x) => unsortedSegmentSum(x, tensor1d([0, -1, 0, 1], 'int32'), 2).square())(
          varied([4, 2])
        ),
    },
    {
      name: 'many rows',
      run: () => unsortedSegmentSum(varied([20_000, 3]), positions([20_000], 7) as never, 7),
      // Sums of 3000 numbers: here each is rounded to 24 bits, on the cpu backend only the last: √3000 · 6e-8.
      tolerance: 1e-5,
    },
  ],
  SparseSegmentSum: [
    ...sparseCases(sparse.sparseSegmentSum),
    {
      name: 'at computed rows',
      run: () =>
        sparse.sparseSegmentSum(
          varied([4, 2]),
          computed(positions([3], 4)) as never,
          tensor([0, 0, 1], [3], 'int32')
        ),
    },
  ],
  SparseSegmentMean: sparseCases(sparse.sparseSegmentMean),
};
