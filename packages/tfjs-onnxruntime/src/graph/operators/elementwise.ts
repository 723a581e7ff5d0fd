import { broadcast_util } from '@tensorflow/tfjs-core';
import type { Attributes } from '../attributes.ts';
import type { ElementType, GraphNode } from '../node.ts';
import { apply } from './apply.ts';

/** An elementwise operator of one operand. */
export function unary(operator: string, x: GraphNode, attributes?: Attributes): GraphNode {
  return apply(operator, [x], x.shape, x.dtype, attributes);
}

/**
 * An elementwise operator of several operands, which are broadcast.
 *
 * @throws Error if the operands differ in element type or their shapes do not fit.
 */
export function elementwise(
  operator: string,
  inputs: readonly GraphNode[],
  dtype: ElementType = inputs[0].dtype
): GraphNode {
  const [first] = inputs;
  for (const input of inputs) {
    if (input.dtype !== first.dtype) {
      throw new Error(
        `${operator}: received operands of types ${first.dtype} and ${input.dtype}, expected one type; convert one of them with tf.cast.`
      );
    }
  }
  return apply(operator, inputs, broadcastShape(inputs), dtype);
}

/** `Where`: x where the condition holds, else y; all three are broadcast. */
export function where(condition: GraphNode, x: GraphNode, y: GraphNode): GraphNode {
  return apply('Where', [condition, x, y], broadcastShape([condition, x, y]), x.dtype);
}

/** The shape to which operands are broadcast. */
export function broadcastShape(inputs: readonly GraphNode[]): number[] {
  return inputs.reduce<number[]>(
    (shape, input) => broadcast_util.assertAndGetBroadcastShape(shape, [...input.shape]),
    []
  );
}

/** The same values as another element type. */
export function cast(x: GraphNode, dtype: ElementType): GraphNode {
  if (x.dtype === dtype) return x;
  return apply('Cast', [x], x.shape, dtype);
}
