import { engine } from '@tensorflow/tfjs-core';
import type { Tensor, Variable } from '@tensorflow/tfjs-core';
import type { OnnxRuntimeBackend } from '../backend.ts';
import type { GraphNode, Values } from '../graph/node.ts';

/** Where a fed tensor comes from: a variable, or the position of an input. */
export type Source = Variable | number;

/** Whether something is a source, and not a tensor that is the same in every step. */
export function isSource(source: Source | GraphNode): source is Source {
  return typeof source === 'number' || !('operator' in source);
}

/** The variables of the program. */
export function variables(): Variable[] {
  return Object.values(engine().registeredVariables).filter((variable) => !variable.isDisposed);
}

/** What every fed tensor of a step stands for. */
export interface Sources {
  /** The node of each variable before the step. */
  readonly nodes: ReadonlyMap<Variable, GraphNode>;
  /**
   * The source of a leaf, seen in whatever shape.
   *
   * @returns Undefined if it is none.
   * @throws Error if it might be one of several.
   */
  of(leaf: GraphNode): Source | undefined;
}

/**
 * Notes what every fed tensor stands for, before a step is recorded.
 *
 * @param backend Nothing waits on it.
 * @param all The variables.
 * @param inputs The inputs of the step.
 * @returns How to find a leaf's source.
 */
export function sourcesOf(
  backend: OnnxRuntimeBackend,
  all: readonly Variable[],
  inputs: readonly Tensor[]
): Sources {
  const sources = new Map<Values | GraphNode, Source[]>();
  const nodes = new Map<Variable, GraphNode>();
  const note = (tensor: Tensor, source: Source): GraphNode => {
    const node = backend.leafOf(tensor);
    const key = keyOf(node);
    sources.set(key, [...(sources.get(key) ?? []), source]);
    return node;
  };
  for (const variable of all) nodes.set(variable, note(variable, variable));
  inputs.forEach(note);
  return {
    nodes,
    of(leaf) {
      const found = sources.get(keyOf(leaf)) ?? [];
      if (found.length < 2) return found[0];
      throw new Error(
        `compileStep: two of the inputs and variables share one tensor of shape [${leaf.shape.join()}], expected each to have its own; copy one of them with tf.add(x, 0).`
      );
    },
  };
}

/** The same for views of one tensor in several shapes. */
function keyOf(node: GraphNode): Values | GraphNode {
  return node.values ?? node;
}
