import { isSplat, sizeOf } from '../graph/node.ts';
import type { GraphNode } from '../graph/node.ts';
import type { Segment } from '../graph/segment.ts';

/**
 * Checks that a step computes what it returns.
 *
 * @param segment What the step recorded.
 * @param results What it returned.
 * @throws Error if a result is not among what was recorded.
 */
export function checkResults(
  segment: Segment | undefined,
  results: readonly GraphNode[]
): asserts segment is Segment {
  if (segment === undefined) {
    throw new Error(
      'compileStep: the step computes nothing, expected something that depends on its inputs or variables.'
    );
  }
  const missing = results.findIndex((result) => !segment.outputs.includes(result));
  if (missing < 0) return;
  throw new Error(
    `compileStep: result ${missing} of the step is not computed in it, expected one that depends on its inputs or variables.`
  );
}

/**
 * Checks that a leaf is the same in every step: a number, a position, or a tensor from outside the step.
 *
 * @param leaf Neither an input nor a variable.
 * @param newest The newest node that is older than the step.
 * @returns The leaf.
 * @throws Error if the step made it.
 */
export function checkFixed(leaf: GraphNode, newest: number): GraphNode {
  if (leaf.id <= newest) return leaf;
  if (!leaf.fromHost) {
    throw new Error(
      `compileStep: the step reads or runs something in its middle (a tensor of shape [${leaf.shape.join()}]), expected operations only; read results after the step.`
    );
  }
  const isNumber = sizeOf(leaf.shape) === 1 || leaf.dtype === 'int64';
  // TensorFlow.js's gradients write zeros and ones.
  if (isNumber || isSplat(leaf.values!)) return leaf;
  throw new Error(
    `compileStep: the step itself makes a tensor of shape [${leaf.shape.join()}] from data or random numbers, which would be the same in every step; make it outside and pass it as an input.`
  );
}
