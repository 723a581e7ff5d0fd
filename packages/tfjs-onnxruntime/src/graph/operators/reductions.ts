import type { Attributes } from '../attributes.ts';
import type { ElementType, GraphNode } from '../node.ts';
import { apply, scalar, integers } from './apply.ts';

/** What a reduction over axes is called with. */
export interface Reduction {
  readonly axes: readonly number[];
  readonly keepDims: boolean;
}

/** A reduction (`ReduceSum`, `ReduceMax`, …) over axes counted from the front. */
export function reduce(
  operator: string,
  x: GraphNode,
  { axes, keepDims }: Reduction,
  dtype: ElementType = x.dtype
): GraphNode {
  const shape = x.shape.flatMap((length, axis) =>
    axes.includes(axis) ? (keepDims ? [1] : []) : [length]
  );
  if (axes.length === 0) return x;
  return apply(operator, [x, integers(axes)], shape, dtype, { keepdims: keepDims ? 1 : 0 });
}

/** Sums of the elements so far along an axis; without the element itself if exclusive, from the end if reverse. */
export function cumSum(
  x: GraphNode,
  axis: number,
  { exclusive, reverse }: { exclusive: boolean; reverse: boolean }
): GraphNode {
  const attributes = { exclusive: exclusive ? 1 : 0, reverse: reverse ? 1 : 0 };
  return apply('CumSum', [x, scalar(axis, 'int64')], x.shape, x.dtype, attributes);
}

/** Where along an axis the largest (`ArgMax`) or smallest (`ArgMin`) element is, the first of equal ones. */
export function argExtreme(operator: string, x: GraphNode, axis: number): GraphNode {
  const shape = x.shape.filter((_, along) => along !== axis);
  return apply(operator, [x], shape, 'int64', { axis, keepdims: 0 });
}

/** The k largest elements along the last axis, falling, and where they are; the first of equal ones comes first. */
export function topK(x: GraphNode, k: number): [values: GraphNode, positions: GraphNode] {
  const shape = [...x.shape.slice(0, -1), k];
  const inputs = [x, integers([k])];
  return [
    apply('TopK', inputs, shape, x.dtype, TOP_K, 0),
    apply('TopK', inputs, shape, 'int64', TOP_K, 1),
  ];
}

const TOP_K: Attributes = { axis: -1, largest: 1, sorted: 1 };
