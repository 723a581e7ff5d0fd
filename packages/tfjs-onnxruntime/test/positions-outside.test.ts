import {
  bincount,
  denseBincount,
  gather,
  gatherND,
  keep,
  scatterND,
  sparse,
  sparseToDense,
  tensor1d,
  tensor2d,
  tensorScatterUpdate,
  unsortedSegmentSum,
} from '@tensorflow/tfjs-core';
import type { Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useOnnxRuntime } from '../src/index.ts';
import { computed, varied } from './parity/operands.ts';

const at = (...positions: number[]): Tensor1D => tensor1d(positions, 'int32');
const tuples = (...positions: number[]): Tensor2D =>
  tensor2d(positions, [positions.length, 1], 'int32');

interface Refusal {
  readonly name: string;
  readonly positions: () => Tensor;
  readonly use: (positions: Tensor) => Tensor;
  /** What the cpu backend says, too. */
  readonly message: RegExp;
}

const REFUSALS: readonly Refusal[] = [
  ...[3, -1].flatMap((position): Refusal[] => [
    {
      name: `gather at ${position}`,
      positions: () => at(0, position),
      use: (indices) => gather(varied([3, 2]), indices as Tensor1D),
      message: new RegExp(`GatherV2: the index value ${position} is not in \\[0, 2\\]`),
    },
    {
      name: `gather in batches at ${position}`,
      positions: () => tensor2d([[0], [position]], [2, 1], 'int32'),
      use: (indices) => gather(varied([2, 3]), indices as Tensor2D, 1, 1),
      message: new RegExp(`GatherV2: the index value ${position} is not in \\[0, 2\\]`),
    },
    {
      name: `gatherND at ${position}`,
      positions: () => tuples(0, position),
      use: (indices) => gatherND(varied([3]), indices),
      message: new RegExp(`Invalid indices: ${position} does not index into 3`),
    },
    {
      name: `scatterND at ${position}`,
      positions: () => tuples(0, position),
      use: (indices) => scatterND(indices, varied([2]), [3]),
      message: new RegExp(`Invalid indices: ${position} does not index into 3`),
    },
    {
      name: `tensorScatterUpdate at ${position}`,
      positions: () => tuples(0, position),
      use: (indices) => tensorScatterUpdate(varied([3]), indices, varied([2])),
      message: new RegExp(`Invalid indices: ${position} does not index into 3`),
    },
    {
      name: `sparseToDense at ${position}`,
      positions: () => at(0, position),
      use: (indices) => sparseToDense(indices, varied([2]), [3]),
      message: new RegExp(`Invalid indices: ${position} does not index into 3`),
    },
    {
      name: `sparseSegmentSum of row ${position}`,
      positions: () => at(0, position),
      use: (indices) => sparse.sparseSegmentSum(varied([3, 2]), indices as Tensor1D, at(0, 1)),
      message: new RegExp(`indices\\[1\\] == ${position} out of range \\[0, 3\\)`),
    },
  ]),
  {
    name: 'bincount of a negative number',
    positions: () => at(0, -1),
    use: (x) => bincount(x as Tensor1D, tensor1d([]), 3),
    message: /Input x must be non-negative!/,
  },
  {
    name: 'denseBincount of a negative number in a row that is not the last',
    positions: () => tensor2d([[-1], [2]], [2, 1], 'int32'),
    use: (x) => denseBincount(x as Tensor1D, tensor1d([]), 3),
    message: /Input x must be non-negative!/,
  },
];

describe('positions outside a tensor', () => {
  beforeAll(async () => {
    await useOnnxRuntime();
  });

  it.each(REFUSALS)('$name is refused at once', ({ positions, use, message }) => {
    const given = positions();
    expect(() => use(given)).toThrow(message);
  });

  it.each(REFUSALS)(
    '$name is refused by the run if it was computed',
    async ({ positions, use }) => {
      const result = use(computed(positions()));
      await expect(result.data()).rejects.toThrow(/out of data bounds|out of bounds|invalid ind/i);
    }
  );
});

describe('segments', () => {
  beforeAll(async () => {
    await useOnnxRuntime();
  });

  it('of sparseSegmentSum must be known, since they decide on the shape', async () => {
    const data = varied([3, 2]) as Tensor2D;
    const ids = keep(computed(at(0, 1)));
    expect(() => sparse.sparseSegmentSum(data, at(0, 2), ids)).toThrow(/await segmentIds.data\(\)/);
    await ids.data();
    expect(sparse.sparseSegmentSum(data, at(0, 2), ids).shape).toEqual([2, 2]);
  });

  it.each([
    [[0, 1, 0, 1], 'segment ids are not increasing'],
    [[0, 1, 2, 0], 'Segment id 1 out of range [0, 1)'],
    [[-1, 0, 1, 1], 'Segment id -1 out of range [0, 2)'],
    [[0, 0, 0, -1], 'segment ids must be >= 0'],
  ])('%j are refused by sparseSegmentMean', (ids, message) => {
    const data = varied([3, 2]) as Tensor2D;
    expect(() => sparse.sparseSegmentMean(data, at(0, 2, 1, 0), at(...ids))).toThrow(message);
  });

  it('of unsortedSegmentSum are one per row', () => {
    const ids = tensor2d([[0, 1]], [1, 2], 'int32');
    expect(() => unsortedSegmentSum(varied([1, 2]), ids as never, 2)).toThrow(
      'unsortedSegmentSum: received segmentIds of shape [1,2], expected [1], one per row of x.'
    );
  });
});
