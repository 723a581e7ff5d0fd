import { sizeOf } from '../graph/node.ts';
import type { GraphNode } from '../graph/node.ts';
import type { Naming } from '../onnx/from-graph.ts';
import { INNER } from './signature.ts';
import type { InputSignature } from './signature.ts';

/**
 * Names for a model that people look into.
 *
 * @param inputs Of the model.
 * @param outputNames Of the model.
 * @param weights The names of weights, by their values.
 * @returns Names that are all different.
 */
export function naming(
  inputs: readonly InputSignature[],
  outputNames: readonly string[],
  weights: ReadonlyMap<unknown, string>
): Naming {
  const taken = new Set([...inputs.map(({ name }) => name), ...outputNames]);
  return {
    input: (i) => inputs[i].name,
    output: (i) => outputNames[i],
    inner(node: GraphNode, i: number): string {
      const { values, shape } = node;
      // What is stored as one number for many is written as an operation, not as a weight.
      const name = values?.length === sizeOf(shape) ? weights.get(values) : undefined;
      if (name === undefined || name.startsWith(INNER) || taken.has(name)) {
        return `${INNER}${node.operator === '' ? 'constant' : node.operator}_${i}`;
      }
      taken.add(name);
      return name;
    },
  };
}
