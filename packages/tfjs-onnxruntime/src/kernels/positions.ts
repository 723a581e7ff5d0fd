import { constant, elementwise, fill, reduce, scalar, where } from '../graph/operators.ts';
import { leaf, sizeOf } from '../graph/node.ts';
import type { GraphNode } from '../graph/node.ts';

// Positions are checked when they are recorded if their values are known then. Otherwise ONNX Runtime refuses those
// that are too large when it meets them; negative ones, which it would count from the end, are made too large.

/** The values of an int32 tensor if they are known already, one per element. */
export function knownIntegers({ values, shape }: GraphNode): Int32Array | undefined {
  if (!(values instanceof Int32Array)) return undefined;
  const size = sizeOf(shape);
  return values.length === size ? values : new Int32Array(size).fill(values[0]);
}

/**
 * Positions none of which is outside 0 … rows − 1.
 *
 * @param positions int32.
 * @param rows How many there are to choose from.
 * @param complaint What to say of a known one that is outside.
 * @throws Error if one is known to be outside; if one turns out to be, the run fails.
 */
export function within(
  positions: GraphNode,
  rows: number,
  complaint: (position: number) => string
): GraphNode {
  const known = knownIntegers(positions);
  if (known === undefined) return withoutNegative(positions, rows);
  const wrong = known.find((position) => position < 0 || position >= rows);
  if (wrong !== undefined) throw new Error(complaint(wrong));
  return positions;
}

/**
 * One number for each tuple of indices: its place in row-major order.
 *
 * As on the cpu backend only this place is checked, not each index by itself.
 *
 * @param indices [.., k], int32.
 * @param lengths Of the k axes.
 * @returns [..].
 * @throws Error if a known tuple leads outside; if one turns out to, the run fails.
 */
export function places(indices: GraphNode, lengths: readonly number[]): GraphNode {
  const shape = indices.shape.slice(0, -1);
  if (lengths.length === 0) return fill(0, shape, 'int32');
  const known = knownIntegers(indices);
  if (known !== undefined) {
    return leaf(knownPlaces(known, lengths), shape, 'int32', { fromHost: true });
  }
  const strides = stridesOf(lengths);
  const terms = elementwise('Mul', [indices, constant(strides, [strides.length], 'int32')]);
  const sum = reduce('ReduceSum', terms, { axes: [shape.length], keepDims: false });
  return withoutNegative(sum, sizeOf(lengths));
}

function knownPlaces(indices: Int32Array, lengths: readonly number[]): Int32Array {
  const strides = stridesOf(lengths);
  const depth = lengths.length;
  return Int32Array.from({ length: indices.length / depth }, (_, i) => {
    const tuple = indices.subarray(i * depth, (i + 1) * depth);
    const place = strides.reduce((sum, stride, j) => sum + tuple[j] * stride, 0);
    if (place >= 0 && place < sizeOf(lengths)) return place;
    throw new Error(`Invalid indices: ${tuple.join()} does not index into ${lengths.join()}`);
  });
}

function stridesOf(lengths: readonly number[]): number[] {
  return lengths.map((_, i) => sizeOf(lengths.slice(i + 1)));
}

/**
 * Positions among some rows, and the row after them for every one that lies behind.
 *
 * @param positions int32.
 * @param rows How many there are.
 * @param negative What takes the place of a negative one: `rows` too, or what is too large to be accepted.
 */
export function binned(positions: GraphNode, rows: number, negative: number): GraphNode {
  return withoutNegative(elementwise('Min', [positions, scalar(rows, 'int32')]), negative);
}

function withoutNegative(positions: GraphNode, replacement: number): GraphNode {
  const negative = elementwise('Less', [positions, scalar(0, 'int32')], 'bool');
  return where(negative, scalar(replacement, 'int32'), positions);
}
