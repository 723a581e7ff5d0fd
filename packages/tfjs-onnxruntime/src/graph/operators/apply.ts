import type { Attributes } from '../attributes.ts';
import { leaf, operation, sizeOf, typedArray } from '../node.ts';
import type { ElementType, GraphNode, Values } from '../node.ts';

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

/** A number of the program, which may be another one in the next step: no part of the graph's structure. */
export function given(value: number, dtype: ElementType = 'float32'): GraphNode {
  return leaf(typed([value], dtype), [], dtype, { fromHost: true });
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
export function positions(values: readonly number[]): GraphNode {
  return leaf(typed(values, 'int64'), [values.length], 'int64', { fromHost: true });
}

function typed(values: readonly number[], dtype: ElementType): Values {
  return dtype === 'int64' ? BigInt64Array.from(values, BigInt) : typedArray(dtype, values);
}
