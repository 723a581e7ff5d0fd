import { cast, elementwise, fill, range, reshape, scalar, slice } from '../graph/operators.ts';
import { sizeOf } from '../graph/node.ts';
import type { GraphNode } from '../graph/node.ts';
import { define } from './define.ts';
import { binned, knownIntegers } from './positions.ts';
import { scatterRows } from './scatter.ts';

define<{ size: number }>('Bincount', ({ x, weights }, { size }) =>
  reshape(binCounts(x, weights, [1, sizeOf(x.shape)], size), [size])
);

define<{ size: number; binaryOutput: boolean }>(
  'DenseBincount',
  ({ x, weights }, { size, binaryOutput }) => {
    if (x.shape.length === 0) {
      throw new Error('denseBincount: received a scalar, expected a tensor of rank 1 or 2.');
    }
    // As on the cpu backend, which does not look at binaryOutput here.
    if (x.shape.length === 1) return reshape(binCounts(x, weights, [1, x.shape[0]], size), [size]);
    const counted = binaryOutput ? fill(0, [0], weights.dtype) : weights;
    const counts = binCounts(x, counted, x.shape, size);
    return binaryOutput ? cast(cast(counts, 'bool'), weights.dtype) : counts;
  }
);

/**
 * How often, or with what sum of weights, each number below `size` occurs in each row.
 *
 * @param x Numbers of at least 0, int32; those of at least `size` do not count.
 * @param weights One for each, or none, for which 1 is taken.
 * @param rows The shape [rows, columns] in which x is seen.
 * @returns [rows, size], of the weights' element type.
 */
function binCounts(
  x: GraphNode,
  weights: GraphNode,
  [rows, columns]: readonly number[],
  size: number
): GraphNode {
  if (knownIntegers(x)?.some((number) => number < 0)) {
    throw new Error('Input x must be non-negative!');
  }
  if (rows * columns === 0) return fill(0, [rows, size], weights.dtype);
  // One more bin takes what does not count. Negative numbers are sent beyond the bins of all rows: that is refused.
  const bins = size + 1;
  const bin = binned(reshape(x, [rows, columns]), size, rows * bins);
  const given =
    sizeOf(weights.shape) > 0
      ? reshape(weights, [rows * columns, 1])
      : fill(1, [rows * columns, 1], weights.dtype);
  const zeros = fill(0, [rows * bins, 1], weights.dtype);
  const positions = reshape(inRow(bin, rows, bins), [rows * columns]);
  const sums = reshape(scatterRows(zeros, positions, given, 'add'), [rows, bins]);
  return slice(sums, [0, 0], [rows, size], [rows, size]);
}

function inRow(bin: GraphNode, rows: number, bins: number): GraphNode {
  if (rows === 1) return bin;
  const begins = elementwise('Mul', [range(rows), scalar(bins, 'int32')]);
  return elementwise('Add', [bin, reshape(begins, [rows, 1])]);
}
