import {
  apply,
  cast,
  elementwise,
  fill,
  gatherElements,
  scalar,
  where,
} from '../graph/operators.ts';
import type { GraphNode } from '../graph/node.ts';
import { define } from './define.ts';

define<{ side: 'left' | 'right' }>('SearchSorted', ({ sortedSequence, values }, { side }) => {
  const [sequence, wanted] = comparable(sortedSequence, values);
  return searchSorted(sequence, wanted, side);
});

/**
 * Where values would have to be put into sorted rows to keep them sorted.
 *
 * A binary search of as many steps as the longest needs: the same places as on the cpu backend, even in rows
 * that are not sorted or hold NaN.
 *
 * @param sequence [rows, n].
 * @param values [rows, m], of the same element type.
 * @param side Before equal elements, or after them.
 * @returns [rows, m], int32, from 0 to n.
 */
export function searchSorted(
  sequence: GraphNode,
  values: GraphNode,
  side: 'left' | 'right'
): GraphNode {
  const n = sequence.shape[1];
  const isBefore = side === 'left' ? 'Less' : 'LessOrEqual';
  let left = fill(0, values.shape, 'int32');
  let right = fill(n, values.shape, 'int32');
  for (let open = n; open > 0; open = Math.floor(open / 2)) {
    const middle = elementwise('Div', [elementwise('Add', [left, right]), scalar(2, 'int32')]);
    const inside = elementwise('Min', [middle, scalar(n - 1, 'int32')]);
    const element = gatherElements(sequence, inside, 1);
    const before = elementwise(isBefore, [element, values], 'bool');
    // A search that is over has left = middle = right and must not move on.
    const goesOn = elementwise('Less', [left, right], 'bool');
    const next = elementwise('Add', [middle, scalar(1, 'int32')]);
    left = where(apply('And', [before, goesOn], values.shape), next, left);
    right = where(before, right, middle);
  }
  return right;
}

function comparable(a: GraphNode, b: GraphNode): [GraphNode, GraphNode] {
  const type = a.dtype === 'float32' || b.dtype === 'float32' ? 'float32' : 'int32';
  return [cast(a, type), cast(b, type)];
}
