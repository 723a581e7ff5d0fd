import { sizeOf } from '../graph/node.ts';
import type { TensorSignature } from './signature.ts';

/** The array that holds the values of each element type of ONNX Runtime. */
export const ARRAYS = {
  float32: Float32Array,
  float64: Float64Array,
  int8: Int8Array,
  int16: Int16Array,
  int32: Int32Array,
  int64: BigInt64Array,
  uint8: Uint8Array,
  uint16: Uint16Array,
  uint32: Uint32Array,
  uint64: BigUint64Array,
  bool: Uint8Array,
} as const;

/** Values of any element type. */
export type ModelValues =
  | Float32Array
  | Float64Array
  | Int8Array
  | Int16Array
  | Int32Array
  | BigInt64Array
  | Uint8Array
  | Uint16Array
  | Uint32Array
  | BigUint64Array;

/** A tensor outside of TensorFlow.js. */
export interface ModelTensor {
  /** Its values, row by row; the array's type is that of the elements, bytes 0 and 1 for `bool`. */
  readonly data: ModelValues;
  readonly shape: readonly number[];
}

/**
 * Checks what a model is run on.
 *
 * @param model What the model is called.
 * @param inputs What it takes.
 * @param feeds What it is given.
 * @throws TypeError or RangeError that names the first input that does not fit.
 */
export function checkFeeds(
  model: string,
  inputs: readonly TensorSignature[],
  feeds: Readonly<Record<string, ModelTensor>>
): void {
  const names = inputs.map(({ name }) => name);
  const unknown = Object.keys(feeds).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new RangeError(
      `"${model}" has no input "${unknown}", expected ${names.map((name) => `"${name}"`).join(', ')}.`
    );
  }
  const lengths = new Map<string, number>();
  for (const input of inputs) checkFeed(model, input, feeds[input.name], lengths);
}

function checkFeed(
  model: string,
  { name, dtype, shape }: TensorSignature,
  fed: ModelTensor | undefined,
  lengths: Map<string, number>
): void {
  const input = `Input "${name}" of "${model}"`;
  const wanted = ARRAYS[dtype as keyof typeof ARRAYS];
  if (!(fed?.data instanceof wanted)) {
    const received = fed === undefined ? 'nothing' : `a ${fed.data.constructor.name}`;
    throw new TypeError(`${input} received ${received}, expected a ${wanted.name} (${dtype}).`);
  }
  const fits =
    shape.length === fed.shape.length &&
    shape.every((length, axis) => {
      const received = fed.shape[axis];
      if (typeof length === 'number') return length < 0 || length === received;
      // The same name is the same length everywhere.
      if (!lengths.has(length)) lengths.set(length, received);
      return length === '' || lengths.get(length) === received;
    });
  if (!fits) {
    const known = shape.map((length) => lengths.get(String(length)) ?? length);
    throw new RangeError(
      `${input} received the shape [${fed.shape.join()}], expected [${known.join()}].`
    );
  }
  if (fed.data.length !== sizeOf(fed.shape)) {
    throw new RangeError(
      `${input} received ${fed.data.length} values, expected ${sizeOf(fed.shape)} for the shape [${fed.shape.join()}].`
    );
  }
}
