import { leaf, sameShape, sizeOf } from '../node.ts';
import type { GraphNode } from '../node.ts';
import { apply, scalar, integers, positions } from './apply.ts';

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
