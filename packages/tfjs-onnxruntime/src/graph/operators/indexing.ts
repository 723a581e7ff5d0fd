import type { Attributes } from '../attributes.ts';
import type { GraphNode } from '../node.ts';
import { apply } from './apply.ts';

/** Elements at positions along an axis: the shape of `indices` takes the place of the axis. */
export function gather(x: GraphNode, indices: GraphNode, axis: number): GraphNode {
  const shape = [...x.shape.slice(0, axis), ...indices.shape, ...x.shape.slice(axis + 1)];
  return apply('Gather', [x, indices], shape, x.dtype, { axis });
}

/** Element (.., p, ..) of x for each p of `positions`, along an axis; both of equal rank. */
export function gatherElements(x: GraphNode, positions: GraphNode, axis: number): GraphNode {
  return apply('GatherElements', [x, positions], positions.shape, x.dtype, { axis });
}

/**
 * x with updates written to positions along axis 0, or added there; in order, so the last one stays.
 *
 * ONNX Runtime's `ScatterND` would need no position per element, but its threads get in each other's way where
 * positions repeat: sums lose terms.
 */
export function scatterElements(
  x: GraphNode,
  positions: GraphNode,
  updates: GraphNode,
  reduction: 'none' | 'add'
): GraphNode {
  return apply('ScatterElements', [x, positions, updates], x.shape, x.dtype, SCATTER[reduction]);
}

const SCATTER = {
  none: { axis: 0, reduction: 'none' },
  add: { axis: 0, reduction: 'add' },
} satisfies Readonly<Record<string, Attributes>>;
