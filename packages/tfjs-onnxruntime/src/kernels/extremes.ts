import { reduce, where } from '../graph/operators.ts';
import type { GraphNode } from '../graph/node.ts';
import { isNotANumber } from './number-types.ts';

/** The largest elements over some axes, NaN where there is one among them. */
export function largest(x: GraphNode, axes: readonly number[], keepDims: boolean): GraphNode {
  return extreme('ReduceMax', x, axes, keepDims);
}

/** The smallest elements over some axes, NaN where there is one among them. */
export function smallest(x: GraphNode, axes: readonly number[], keepDims: boolean): GraphNode {
  return extreme('ReduceMin', x, axes, keepDims);
}

/**
 * ONNX Runtime finds a NaN only where it comes first. The sum of magnitudes is NaN exactly if one of
 * them is: it costs one more reading of x, and nothing of its size.
 */
function extreme(
  operator: string,
  x: GraphNode,
  axes: readonly number[],
  keepDims: boolean
): GraphNode {
  const found = reduce(operator, x, { axes, keepDims });
  if (x.dtype !== 'float32' || axes.length === 0) return found;
  const magnitude = reduce('ReduceL1', x, { axes, keepDims });
  return where(isNotANumber(magnitude), magnitude, found);
}
