import type { Graph } from '../graph/copy.ts';
import { sizeOf } from '../graph/node.ts';
import type { GraphNode } from '../graph/node.ts';
import type { Initializer, OnnxGraph, Operation, TensorType } from './model.ts';

/** The name of a fed tensor. */
export function inputName(leaf: number): string {
  return `in${leaf}`;
}

/** The name of a result. */
export function outputName(output: number): string {
  return `out${output}`;
}

/**
 * Names everything in a graph and puts it in order.
 *
 * @param graph What is to be computed.
 * @returns The graph in ONNX's terms: inputs `in0`, … (places that are not fed are left out), outputs `out0`, …
 */
export function toOnnx(graph: Graph): OnnxGraph {
  const names = new Map<GraphNode, string>();
  const inputs: TensorType[] = [];
  graph.leaves.forEach((node, i) => {
    if (node === undefined) return;
    names.set(node, inputName(i));
    inputs.push({ name: inputName(i), dtype: node.dtype, shape: node.shape });
  });
  const operations: Operation[] = [];
  const initializers: Initializer[] = [];
  const name = (node: GraphNode): string => names.get(node)!;
  for (const node of inOrder(graph.outputs)) {
    if (names.has(node)) continue;
    names.set(node, `t${names.size}`);
    if (node.embedded) {
      writeConstant(node, name(node), initializers, operations);
    } else {
      const unused = Array.from({ length: node.output }, (_, i) => `${name(node)}_${i}`);
      const { operator, attributes } = node;
      operations.push({
        operator,
        attributes,
        inputs: node.inputs.map(name),
        outputs: [...unused, name(node)],
      });
    }
  }
  const outputs = graph.outputs.map(({ dtype, shape }, i) => ({ name: outputName(i), dtype, shape }));
  graph.outputs.forEach((node, i) => {
    operations.push({
      operator: 'Identity',
      attributes: undefined,
      inputs: [name(node)],
      outputs: [outputName(i)],
    });
  });
  return { operations, initializers, inputs, outputs };
}

/** One value for many elements is stored once and expanded. */
function writeConstant(
  { dtype, shape, values }: GraphNode,
  name: string,
  initializers: Initializer[],
  operations: Operation[]
): void {
  const stored = values!;
  if (stored.length === sizeOf(shape)) {
    initializers.push({ name, dtype, shape, values: stored });
    return;
  }
  const inputs = [`${name}_value`, `${name}_shape`];
  const lengths = BigInt64Array.from(shape, BigInt);
  initializers.push({ name: inputs[0], dtype, shape: [], values: stored });
  initializers.push({ name: inputs[1], dtype: 'int64', shape: [shape.length], values: lengths });
  operations.push({ operator: 'Expand', attributes: undefined, inputs, outputs: [name] });
}

/** All nodes that some need, each after its inputs. */
function inOrder(outputs: readonly GraphNode[]): GraphNode[] {
  const order: GraphNode[] = [];
  const seen = new Set<GraphNode>();
  // An explicit stack: a recording may be deeper than the call stack.
  const stack = outputs.map((node) => ({ node, next: 0 })).reverse();
  while (stack.length > 0) {
    const top = stack.at(-1)!;
    if (top.next === 0 && seen.has(top.node)) {
      stack.pop();
      continue;
    }
    if (top.next === 0) seen.add(top.node);
    if (top.next < top.node.inputs.length) {
      stack.push({ node: top.node.inputs[top.next++], next: 0 });
    } else {
      order.push(top.node);
      stack.pop();
    }
  }
  return order;
}
