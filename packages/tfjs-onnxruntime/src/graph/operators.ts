import { broadcast_util } from '@tensorflow/tfjs-core';
import type { Attributes } from '../onnx/attributes.ts';
import { elementTypeCode } from '../onnx/model.ts';
import { leaf, operation, sameShape, sizeOf } from './node.ts';
import type { ElementType, GraphNode, Values } from './node.ts';

// The ONNX operators that kernels are made of, each with the shape and element type of its result.
// https://onnx.ai/onnx/operators/ says what they compute.

/** An operation, or an empty tensor where there is nothing to compute. */
export function apply(
  operator: string,
  inputs: readonly GraphNode[],
  shape: readonly number[],
  dtype: ElementType = inputs[0].dtype,
  attributes?: Attributes,
  output = 0
): GraphNode {
  if (sizeOf(shape) === 0) return constant([], shape, dtype);
  return operation({ operator, dtype, shape, attributes, output }, inputs);
}

/** Numbers that belong to the graph. */
export function constant(
  values: readonly number[],
  shape: readonly number[],
  dtype: ElementType
): GraphNode {
  return leaf(typed(values, dtype), shape, dtype, { embedded: true });
}

/** One number, of rank 0. */
export function scalar(value: number, dtype: ElementType = 'float32'): GraphNode {
  return constant([value], [], dtype);
}

/** A tensor of equal elements. */
export function fill(value: number, shape: readonly number[], dtype: ElementType): GraphNode {
  return constant(sizeOf(shape) === 0 ? [] : [value], shape, dtype);
}

/** Shapes, axes and positions as ONNX takes them. */
export function integers(values: readonly number[]): GraphNode {
  return constant(values, [values.length], 'int64');
}

/** Positions in a tensor, which may be others in the next step: no part of the graph's structure. */
function positions(values: readonly number[]): GraphNode {
  return leaf(typed(values, 'int64'), [values.length], 'int64', { fromHost: true });
}

function typed(values: readonly number[], dtype: ElementType): Values {
  switch (dtype) {
    case 'float32':
      return Float32Array.from(values);
    case 'int32':
      return Int32Array.from(values);
    case 'bool':
      return Uint8Array.from(values);
    case 'int64':
      return BigInt64Array.from(values, BigInt);
  }
}

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
  return apply('Cast', [x], x.shape, dtype, { to: elementTypeCode(dtype) });
}

/** The same values in another shape of the same size. */
export function reshape(x: GraphNode, shape: readonly number[]): GraphNode {
  if (sameShape(x.shape, shape)) return x;
  if (x.embedded || x.fromHost) return leaf(x.values!, shape, x.dtype, x);
  return apply('Reshape', [x, integers(shape)], shape);
}

/** Axis i of the result is axis `perm[i]` of x. */
export function transpose(x: GraphNode, perm: readonly number[]): GraphNode {
  if (perm.every((axis, i) => axis === i)) return x;
  const shape = perm.map((axis) => x.shape[axis]);
  return apply('Transpose', [x], shape, x.dtype, { perm });
}

/** x repeated along axes of length 1 until it has the shape. */
export function expand(x: GraphNode, shape: readonly number[]): GraphNode {
  return sameShape(x.shape, shape) ? x : apply('Expand', [x, integers(shape)], shape);
}

/** Joins tensors along an axis. */
export function concat(inputs: readonly GraphNode[], axis: number): GraphNode {
  const parts = inputs.filter((input) => sizeOf(input.shape) > 0);
  if (parts.length === 1) return parts[0];
  const length = inputs.reduce((sum, input) => sum + input.shape[axis], 0);
  const shape = inputs[0].shape.map((n, i) => (i === axis ? length : n));
  return apply('Concat', parts, shape, inputs[0].dtype, { axis });
}

/** Elements begin, begin + stride, … before end along each axis; for a negative stride down to after end. */
export function slice(
  x: GraphNode,
  begin: readonly number[],
  end: readonly number[],
  shape: readonly number[],
  strides?: readonly number[]
): GraphNode {
  if (strides === undefined && sameShape(shape, x.shape)) return x;
  const axes = begin.map((_, axis) => axis);
  const steps = strides ?? begin.map(() => 1);
  return apply(
    'Slice',
    [x, positions(begin), positions(end), integers(axes), integers(steps)],
    shape
  );
}

/** What a reduction over axes is called with. */
export interface Reduction {
  readonly axes: readonly number[];
  readonly keepDims: boolean;
}

/** A reduction (`ReduceSum`, `ReduceMax`, …) over axes counted from the front. */
export function reduce(
  operator: string,
  x: GraphNode,
  { axes, keepDims }: Reduction,
  dtype: ElementType = x.dtype
): GraphNode {
  const shape = x.shape.flatMap((length, axis) =>
    axes.includes(axis) ? (keepDims ? [1] : []) : [length]
  );
  if (axes.length === 0) return x;
  return apply(operator, [x, integers(axes)], shape, dtype, { keepdims: keepDims ? 1 : 0 });
}

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

/** Elements at positions along an axis: the shape of `indices` takes the place of the axis. */
export function gather(x: GraphNode, indices: GraphNode, axis: number): GraphNode {
  const shape = [...x.shape.slice(0, axis), ...indices.shape, ...x.shape.slice(axis + 1)];
  return apply('Gather', [x, indices], shape, x.dtype, { axis });
}

/** Elements of one value before and after those of x, for each axis. */
export function pad(
  x: GraphNode,
  paddings: readonly (readonly [number, number])[],
  value: GraphNode
): GraphNode {
  const shape = x.shape.map((n, axis) => paddings[axis][0] + n + paddings[axis][1]);
  const before = paddings.map(([first]) => first);
  const after = paddings.map(([, last]) => last);
  return apply('Pad', [x, integers([...before, ...after]), value], shape);
}

/** x repeated a number of times along each axis. */
export function tile(x: GraphNode, repeats: readonly number[]): GraphNode {
  if (repeats.every((times) => times === 1)) return x;
  const shape = x.shape.map((n, axis) => n * repeats[axis]);
  return apply('Tile', [x, integers(repeats)], shape);
}

/** 0, 1, … n − 1. */
export function range(n: number): GraphNode {
  return apply('Range', [scalar(0, 'int32'), scalar(n, 'int32'), scalar(1, 'int32')], [n]);
}

/** Sums of the elements so far along an axis; without the element itself if exclusive, from the end if reverse. */
export function cumSum(
  x: GraphNode,
  axis: number,
  { exclusive, reverse }: { exclusive: boolean; reverse: boolean }
): GraphNode {
  const attributes = { exclusive: exclusive ? 1 : 0, reverse: reverse ? 1 : 0 };
  return apply('CumSum', [x, scalar(axis, 'int64')], x.shape, x.dtype, attributes);
}

/** Where along an axis the largest (`ArgMax`) or smallest (`ArgMin`) element is, the first of equal ones. */
export function argExtreme(operator: string, x: GraphNode, axis: number): GraphNode {
  const shape = x.shape.filter((_, along) => along !== axis);
  return apply(operator, [x], shape, 'int64', { axis, keepdims: 0 });
}

/** The k largest elements along the last axis, falling, and where they are; the first of equal ones comes first. */
export function topK(x: GraphNode, k: number): [values: GraphNode, positions: GraphNode] {
  const shape = [...x.shape.slice(0, -1), k];
  const inputs = [x, integers([k])];
  return [
    apply('TopK', inputs, shape, x.dtype, TOP_K, 0),
    apply('TopK', inputs, shape, 'int64', TOP_K, 1),
  ];
}

const TOP_K: Attributes = { axis: -1, largest: 1, sorted: 1 };

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
