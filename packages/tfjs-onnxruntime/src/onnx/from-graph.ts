import type { Graph } from '../graph/copy.ts';
import { sizeOf } from '../graph/node.ts';
import type { GraphNode } from '../graph/node.ts';
import { inOrder } from '../graph/order.ts';
import { elementTypeCode } from './model.ts';
import type { Initializer, OnnxGraph, Operation, TensorType } from './model.ts';

/** The name of a fed tensor. */
export function inputName(leaf: number): string {
  return `in${leaf}`;
}

/** The name of a result. */
export function outputName(output: number): string {
  return `out${output}`;
}

/** How the parts of a graph are called; all names differ. */
export interface Naming {
  input(leaf: number): string;
  output(output: number): string;
  /** Anything else, which is the ith to be named. */
  inner(node: GraphNode, i: number): string;
}

const PLAIN: Naming = { input: inputName, output: outputName, inner: (_, i) => `t${i}` };

/**
 * Names everything in a graph and puts it in order.
 *
 * @param graph What is to be computed.
 * @param naming The names: inputs `in0`, …, outputs `out0`, … if omitted.
 * @returns The graph in ONNX's terms; places that are not fed are left out of the inputs.
 */
export function toOnnx(graph: Graph, naming = PLAIN): OnnxGraph {
  const names = new Map<GraphNode, string>();
  const inputs: TensorType[] = [];
  graph.leaves.forEach((node, i) => {
    if (node === undefined) return;
    names.set(node, naming.input(i));
    inputs.push({ name: naming.input(i), dtype: node.dtype, shape: node.shape });
  });
  // An operation is named after the first output that it is, so that nothing needs to be copied.
  graph.outputs.forEach((node, i) => {
    if (node.operator !== '' && !names.has(node)) names.set(node, naming.output(i));
  });
  const operations: Operation[] = [];
  const initializers: Initializer[] = [];
  const name = (node: GraphNode): string => names.get(node)!;
  for (const node of inOrder(graph.outputs)) {
    if (isFed(node)) continue;
    if (!names.has(node)) names.set(node, naming.inner(node, names.size));
    if (node.embedded) writeConstant(node, name(node), initializers, operations);
    else operations.push(toOperation(node, name));
  }
  const outputs = graph.outputs.map(({ dtype, shape }, i) => ({
    name: naming.output(i),
    dtype,
    shape,
  }));
  graph.outputs.forEach((node, i) => {
    if (name(node) !== naming.output(i)) operations.push(copy(name(node), naming.output(i)));
  });
  return { operations, initializers, inputs, outputs };
}

function isFed({ operator, embedded }: GraphNode): boolean {
  return operator === '' && !embedded;
}

/** Operators that must have more outputs than the first. */
const OUTPUTS: Readonly<Record<string, number>> = { TopK: 2 };

/** Each of an operator's outputs is an operation; ONNX Runtime computes equal operations once. */
function toOperation(node: GraphNode, name: (node: GraphNode) => string): Operation {
  const { operator, dtype } = node;
  const attributes = operator === 'Cast' ? { to: elementTypeCode(dtype) } : node.attributes;
  const length = Math.max(node.output + 1, OUTPUTS[operator] ?? 1);
  const outputs = Array.from({ length }, (_, i) =>
    i === node.output ? name(node) : `${name(node)}_${i}`
  );
  return { operator, attributes, inputs: node.inputs.map(name), outputs };
}

function copy(from: string, to: string): Operation {
  return { operator: 'Identity', attributes: undefined, inputs: [from], outputs: [to] };
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
