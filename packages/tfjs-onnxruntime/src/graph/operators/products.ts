import { broadcast_util } from '@tensorflow/tfjs-core';
import type { Attributes } from '../attributes.ts';
import type { GraphNode } from '../node.ts';
import { apply } from './apply.ts';

/**
 * Product of two matrices, op(a) op(b) + c.
 *
 * @param a [m, k], or [k, m] if it is to be transposed.
 * @param b [k, n], or [n, k].
 * @param c Broadcast to [m, n]; 0 if omitted.
 */
export function gemm(
  a: GraphNode,
  b: GraphNode,
  {
    transA = false,
    transB = false,
    c,
  }: { transA?: boolean; transB?: boolean; c?: GraphNode | undefined } = {}
): GraphNode {
  const shape = [a.shape[transA ? 1 : 0], b.shape[transB ? 0 : 1]];
  const inputs = c === undefined ? [a, b] : [a, b, c];
  return apply('Gemm', inputs, shape, a.dtype, GEMM[transA ? 1 : 0][transB ? 1 : 0]);
}

// Shared, so that recordings can be compared by identity.
const GEMM: readonly (readonly Attributes[])[] = [0, 1].map((transA) =>
  [0, 1].map((transB) => ({ transA, transB }))
);

/** Product of stacks of matrices with leading axes broadcast. */
export function matMul(a: GraphNode, b: GraphNode): GraphNode {
  const lead = broadcast_util.assertAndGetBroadcastShape(
    a.shape.slice(0, -2),
    b.shape.slice(0, -2)
  );
  return apply('MatMul', [a, b], [...lead, a.shape.at(-2)!, b.shape.at(-1)!]);
}
