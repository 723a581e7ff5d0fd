import {
  cast,
  concat,
  elementwise,
  fill,
  pad,
  reshape,
  scalar,
  slice,
  tile,
  where,
} from '../graph/operators.ts';
import { sizeOf } from '../graph/node.ts';
import type { GraphNode } from '../graph/node.ts';
import { define } from './define.ts';

define<{ reps: number[] }>('Tile', ({ x }, { reps }) => tile(x, reps));

// Row i of the diagonal matrix of n numbers begins n + 1 elements after row i − 1, seen from the diagonal: so each
// number is followed by n zeros, and the last n are left over.
define('Diag', ({ x }) => {
  const shape = [...x.shape, ...x.shape];
  const n = sizeOf(x.shape);
  if (n <= 1) return reshape(x, shape);
  const rows = pad(
    reshape(x, [n, 1]),
    [
      [0, 0],
      [0, n],
    ],
    scalar(0, x.dtype)
  );
  return reshape(slice(reshape(rows, [n * (n + 1)]), [0], [n * n], [n * n]), shape);
});

// The shapes are data, so that it cannot be checked here whether they fit.
define('BroadcastArgs', ({ s0, s1 }) => {
  const rank = Math.max(s0.shape[0], s1.shape[0]);
  const [a, b] = [lengthened(s0, rank), lengthened(s1, rank)];
  return where(elementwise('Equal', [a, scalar(1, 'int32')], 'bool'), b, a);
});

/** A shape with axes of length 1 before it. */
function lengthened(shape: GraphNode, rank: number): GraphNode {
  const missing = rank - shape.shape[0];
  return concat([fill(1, [missing], 'int32'), cast(shape, 'int32')], 0);
}
