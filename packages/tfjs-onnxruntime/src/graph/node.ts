import type { Attributes } from './attributes.ts';

/** Element types of the graph: those of TensorFlow.js, and int64 for shapes and axes. */
export type ElementType = 'float32' | 'int32' | 'bool' | 'int64';

/** The values of a tensor, row by row; booleans are bytes 0 and 1. */
export type Values = Float32Array | Int32Array | Uint8Array | BigInt64Array;

let created = 0;

/**
 * A tensor that is known or can be computed: one node of the recorded graph.
 *
 * It is one of
 * - a leaf with `values`: written by the program, or computed by an earlier run;
 * - an operation that waits: `operator` and `inputs`, no `values` yet;
 * - a constant of the graph itself (`embedded`): shapes, axes and numbers that belong to a kernel. One
 *   value for a shape of many elements means that all are equal.
 */
export class GraphNode {
  /** Larger than that of every node it is computed from. */
  readonly id = ++created;
  /** A standard ONNX operator; empty for a leaf. */
  readonly operator: string;
  readonly attributes: Attributes | undefined;
  /** Which of the operator's outputs this is. */
  readonly output: number;
  readonly dtype: ElementType;
  readonly shape: readonly number[];
  /** True if the values are part of the graph, not fed to it. */
  readonly embedded: boolean;
  /** True if the values came from the program, which may write the same ones again and again. */
  readonly fromHost: boolean;
  /** What it is computed from; emptied when it has been. */
  inputs: readonly GraphNode[];
  /** Undefined until computed. */
  values: Values | undefined;
  /** True once a segment is to compute it. */
  scheduled = false;
  /** Why it could not be computed. */
  failure: Error | undefined = undefined;
  /** Scratch of the segment being made: its number, and the node's place in it (−1 − place for a leaf). */
  mark = 0;
  index = 0;

  constructor(
    type: NodeType,
    inputs: readonly GraphNode[],
    values: Values | undefined,
    embedded: boolean,
    fromHost: boolean
  ) {
    this.operator = type.operator;
    this.attributes = type.attributes;
    this.output = type.output ?? 0;
    this.dtype = type.dtype;
    this.shape = type.shape;
    this.inputs = inputs;
    this.values = values;
    this.embedded = embedded;
    this.fromHost = fromHost;
  }
}

/** What a node is, apart from its operands and values. */
export interface NodeType {
  readonly operator: string;
  readonly dtype: ElementType;
  readonly shape: readonly number[];
  readonly attributes?: Attributes | undefined;
  readonly output?: number;
}

/** Number of elements of a shape. */
export function sizeOf(shape: readonly number[]): number {
  let size = 1;
  for (const length of shape) size *= length;
  return size;
}

/** Whether two shapes are the same. */
export function sameShape(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; ++i) if (a[i] !== b[i]) return false;
  return true;
}

/** Number of nodes made so far. */
export function nodesCreated(): number {
  return created;
}

/**
 * A tensor whose values are known.
 *
 * @param values Kept, not copied.
 * @param shape Its shape.
 * @param dtype Its element type.
 * @param kind Whether it belongs to the graph or comes from the program; neither for results of a run.
 * @returns A leaf.
 */
export function leaf(
  values: Values,
  shape: readonly number[],
  dtype: ElementType,
  { embedded = false, fromHost = false } = {}
): GraphNode {
  return new GraphNode({ operator: '', dtype, shape }, [], values, embedded, fromHost);
}

/**
 * A tensor that waits to be computed.
 *
 * @param type Operator and type of the result.
 * @param inputs Its operands.
 * @returns An operation.
 */
export function operation(type: NodeType, inputs: readonly GraphNode[]): GraphNode {
  return new GraphNode(type, inputs, undefined, false, false);
}

/** Whether a node is an operation that is neither computed nor part of a segment yet. */
export function isWaiting(node: GraphNode): boolean {
  return node.operator !== '' && node.values === undefined && !node.scheduled;
}

/** Whether values are all 0 or all 1. */
export function isSplat(values: Values): boolean {
  const first = values[0];
  if (!Object.is(first, 0) && first !== 1) return false;
  for (const value of values) if (!Object.is(value, first)) return false;
  return true;
}

/** From this size on, a tensor of equal elements is made by the graph; below it is written out, and can be read at once. */
export const SPLAT_SIZE = 64;

/**
 * An element type of TensorFlow.js that this backend has.
 *
 * @param dtype TensorFlow.js's name.
 * @returns The same.
 * @throws Error for the others, `string` and `complex64`.
 */
export function elementType(dtype: string): Exclude<ElementType, 'int64'> {
  if (dtype === 'float32' || dtype === 'int32' || dtype === 'bool') return dtype;
  throw new Error(
    `A tensor of type ${dtype} was given to the onnxruntime backend, expected float32, int32 or bool; use tf.setBackend('cpu') for it.`
  );
}

/**
 * A new array of numbers.
 *
 * @param dtype Their type; not int64, whose arrays hold no numbers.
 * @param values What it holds; a length for zeros.
 * @returns The array.
 */
export function typedArray(
  dtype: ElementType,
  values: ArrayLike<number> | number
): Exclude<Values, BigInt64Array> {
  // One overload takes a length, the other an array.
  const content = values as ArrayLike<number>;
  if (dtype === 'int32') return new Int32Array(content);
  return dtype === 'bool' ? new Uint8Array(content) : new Float32Array(content);
}
