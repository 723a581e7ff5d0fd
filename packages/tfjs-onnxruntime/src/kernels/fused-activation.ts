import { apply, elementwise, scalar, unary } from '../graph/operators.ts';
import type { GraphNode } from '../graph/node.ts';
import { float } from '../graph/attributes.ts';

/** The activation that a fused kernel ends with. */
export interface Activation {
  readonly activation?: string | null;
  readonly leakyreluAlpha?: number;
}

/**
 * Applies the activation of a fused kernel.
 *
 * @param x What the kernel has computed so far.
 * @param attributes Of the kernel.
 * @param weights Slopes of `prelu`, broadcast to x.
 * @returns A node of x's shape.
 * @throws Error if the activation is not one of TensorFlow.js's fused ones.
 */
export function activated(
  x: GraphNode,
  { activation, leakyreluAlpha = 0.2 }: Activation,
  weights?: GraphNode
): GraphNode {
  switch (activation) {
    case undefined:
    case null:
    case 'linear':
      return x;
    case 'relu':
      return unary('Relu', x);
    case 'relu6':
      return elementwise('Min', [unary('Relu', x), scalar(6)]);
    case 'elu':
      return unary('Elu', x);
    case 'sigmoid':
      return unary('Sigmoid', x);
    case 'leakyrelu':
      return unary('LeakyRelu', x, { alpha: float(leakyreluAlpha) });
    case 'prelu':
      return apply('PRelu', [x, weights!], x.shape);
    default:
      throw new Error(
        `A fused kernel was asked for the activation ${activation}, expected linear, relu, relu6, elu, sigmoid, leakyrelu or prelu; apply it as an operation of its own.`
      );
  }
}
