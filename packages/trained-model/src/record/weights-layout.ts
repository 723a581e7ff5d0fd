import type { Weight, WeightSpec } from '@deelema/deelema';
import type { ModelRecord } from './model-schema.ts';

/** Where each array stands in `weights.bin`; offsets in bytes. */
export type WeightArrays = ModelRecord['weights']['arrays'];

const BYTES = Float32Array.BYTES_PER_ELEMENT;

/** Number of values of an array. */
function sizeOf({ shape }: Pick<WeightSpec, 'shape'>): number {
  return shape.reduce((product, length) => product * length, 1);
}

/**
 * Lays arrays out one after the other.
 *
 * @param specs Name and shape of each.
 */
export function weightLayout(specs: readonly Pick<WeightSpec, 'name' | 'shape'>[]): WeightArrays {
  let offset = 0;
  return specs.map(({ name, shape }) => {
    const entry = { name, shape: [...shape], offset };
    offset += BYTES * sizeOf(entry);
    return entry;
  });
}

/**
 * Length of `weights.bin`.
 *
 * @param specs Name and shape of each array.
 * @returns Bytes.
 */
export function weightBytes(specs: readonly Pick<WeightSpec, 'shape'>[]): number {
  return specs.reduce((sum, spec) => sum + BYTES * sizeOf(spec), 0);
}

/**
 * Weights as they stand in `weights.bin`: float32, little-endian, one array after the other.
 *
 * @param weights All arrays, in the order of `weightSpecs`.
 */
export function encodeWeights(weights: readonly Weight[]): Buffer {
  const bytes = Buffer.alloc(weights.reduce((sum, { values }) => sum + BYTES * values.length, 0));
  let position = 0;
  for (const { values } of weights) {
    for (const value of values) position = bytes.writeFloatLE(value, position);
  }
  return bytes;
}

/**
 * Reads weights.
 *
 * @param specs The arrays, in their order.
 * @param bytes As `encodeWeights` makes them.
 */
export function decodeWeights(specs: readonly WeightSpec[], bytes: Uint8Array): Weight[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let position = 0;
  return specs.map((spec) => {
    const values = Float32Array.from({ length: sizeOf(spec) }, () => {
      const value = view.getFloat32(position, true);
      position += BYTES;
      return value;
    });
    return { ...spec, values };
  });
}
