import { cast, expand, fill, reshape, scatterElements } from '../graph/operators.ts';
import { sizeOf } from '../graph/node.ts';
import type { GraphNode } from '../graph/node.ts';
import { define } from './define.ts';
import { asNumbers } from './number-types.ts';
import { places } from './positions.ts';

define<{ shape: number[] }>('ScatterNd', ({ indices, updates }, { shape }) => {
  // Booleans are counted as numbers and any number but 0 is true.
  const numbers = asNumbers(updates);
  const sum = scattered(fill(0, shape, numbers.dtype), indices, numbers, 'add');
  return cast(sum, updates.dtype);
});

define('TensorScatterUpdate', ({ tensor, indices, updates }) =>
  scattered(tensor, indices, updates, 'none')
);

define<{ outputShape: number[] }>(
  'SparseToDense',
  ({ sparseIndices, sparseValues, defaultValue }, { outputShape }) => {
    const background = expand(reshape(defaultValue, []), outputShape);
    return scattered(background, sparseIndices, sparseValues, 'none');
  }
);

/** x with updates written to, or added at, tuples of indices; indices of rank 1 are tuples of one. */
function scattered(
  x: GraphNode,
  indices: GraphNode,
  updates: GraphNode,
  reduction: 'none' | 'add'
): GraphNode {
  const depth = indices.shape.length > 1 ? indices.shape.at(-1)! : 1;
  if (sizeOf(indices.shape) === 0 || sizeOf(x.shape) === 0) return x;
  const tuples = reshape(indices, [sizeOf(indices.shape) / depth, depth]);
  const positions = places(tuples, x.shape.slice(0, depth));
  const rows = sizeOf(x.shape.slice(0, depth));
  const slice = sizeOf(x.shape.slice(depth));
  const all = [tuples.shape[0], slice];
  const given = updates.shape.length === 0 ? expand(updates, all) : reshape(updates, all);
  return reshape(scatterRows(reshape(x, [rows, slice]), positions, given, reduction), x.shape);
}

/**
 * A matrix with rows written to, or added at, positions, in order.
 *
 * @param x [rows, n].
 * @param positions [m], int32, each inside.
 * @param updates [m, n].
 */
export function scatterRows(
  x: GraphNode,
  positions: GraphNode,
  updates: GraphNode,
  reduction: 'none' | 'add'
): GraphNode {
  const [many, length] = updates.shape;
  const each = expand(reshape(positions, [many, 1]), [many, length]);
  return scatterElements(x, each, updates, reduction);
}
