import { backend_util } from '@tensorflow/tfjs-core';
import { cast, elementwise, fill, gather, reshape, slice } from '../graph/operators.ts';
import { leaf, sizeOf } from '../graph/node.ts';
import type { GraphNode } from '../graph/node.ts';
import { define } from './define.ts';
import { binned, knownIntegers, within } from './positions.ts';
import { scatterRows } from './scatter.ts';

define<{ numSegments: number }>('UnsortedSegmentSum', ({ x, segmentIds }, { numSegments }) => {
  if (segmentIds.shape.length !== 1 || segmentIds.shape[0] !== x.shape[0]) {
    throw new Error(
      `unsortedSegmentSum: received segmentIds of shape [${segmentIds.shape.join()}], expected [${x.shape[0]}], one per row of x.`
    );
  }
  const shape = [numSegments, ...x.shape.slice(1)];
  const rows = cast(flattened(x), 'float32');
  if (sizeOf(x.shape) === 0) return fill(0, shape, 'float32');
  const sums = addedUp(rows, binned(segmentIds, numSegments, numSegments), numSegments + 1);
  const length = rows.shape[1];
  const kept = [numSegments, length];
  return reshape(slice(sums, [0, 0], kept, kept), shape);
});

define(
  'SparseSegmentSum',
  ({ data, indices, segmentIds }) =>
    sparseSegments('sparseSegmentSum', data, indices, segmentIds).sums
);

define('SparseSegmentMean', ({ data, indices, segmentIds }) => {
  const { sums, ids } = sparseSegments('sparseSegmentMean', data, indices, segmentIds);
  const counts = new Int32Array(sums.shape[0]);
  for (const id of ids) ++counts[id];
  // Nothing was added where there is nothing to divide by.
  const divisors = counts.map((count) => Math.max(count, 1));
  const shape = sums.shape.map((n, axis) => (axis === 0 ? n : 1));
  const column = leaf(divisors, shape, 'int32', { fromHost: true });
  return elementwise('Div', [sums, cast(column, sums.dtype)]);
});

/** Sums of chosen rows of `data` by segment, and the segments. */
function sparseSegments(
  name: string,
  data: GraphNode,
  indices: GraphNode,
  segmentIds: GraphNode
): { sums: GraphNode; ids: Int32Array } {
  const ids = knownIntegers(segmentIds);
  if (ids === undefined) {
    throw new Error(
      `${name}: the values of segmentIds say how many rows the result has, and they have not been computed yet; use "await segmentIds.data()" before.`
    );
  }
  checkSegments(ids, indices);
  const segments = ids.length === 0 ? 0 : ids[ids.length - 1] + 1;
  const shape = [segments, ...data.shape.slice(1)];
  if (sizeOf(shape) === 0) return { sums: fill(0, shape, data.dtype), ids };
  const rows = data.shape[0];
  const chosen = within(indices, rows, (index) =>
    backend_util.getSparseSegmentReductionIndicesOutOfRangeErrorMessage(
      knownIntegers(indices)!.indexOf(index),
      index,
      rows
    )
  );
  const sums = addedUp(gather(flattened(data), chosen, 0), segmentIds, segments);
  return { sums: reshape(sums, shape), ids };
}

/** What the cpu backend says of segments that do not begin at 0 or more, or do not rise to the last. */
function checkSegments(ids: Int32Array, indices: GraphNode): void {
  if (ids.length !== indices.shape[0]) {
    throw new Error('segmentIds and indices should have same size.');
  }
  const segments = (ids.at(-1) ?? -1) + 1;
  if (ids.length > 0 && segments <= 0) {
    throw new Error(backend_util.getSparseSegmentReductionNegativeSegmentIdsErrorMessage());
  }
  ids.forEach((id, i) => {
    if (i > 0 && id < ids[i - 1]) {
      throw new Error(backend_util.getSparseSegmentReductionNonIncreasingSegmentIdsErrorMessage());
    }
    if (id >= 0 && id < segments) return;
    throw new Error(
      backend_util.getSparseSegmentReductionSegmentIdOutOfRangeErrorMessage(id, segments)
    );
  });
}

/** A tensor of rank 1 or more as a matrix with the same rows. */
function flattened(x: GraphNode): GraphNode {
  return reshape(x, [x.shape[0], sizeOf(x.shape.slice(1))]);
}

function addedUp(rows: GraphNode, positions: GraphNode, segments: number): GraphNode {
  const zeros = fill(0, [segments, rows.shape[1]], rows.dtype);
  return scatterRows(zeros, positions, rows, 'add');
}
