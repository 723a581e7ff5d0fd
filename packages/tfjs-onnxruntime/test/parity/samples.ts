import { tensor } from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';

/** The element types that the backend computes with. */
export const TYPES = ['float32', 'int32', 'bool'] as const;
export type Type = (typeof TYPES)[number];

/**
 * A tensor whose elements differ, negative ones among them, so that one in a wrong place is noticed.
 *
 * @param shape Its shape.
 * @param dtype Its type; of truth values there are only two, in no simple order.
 * @returns A tensor of the current backend.
 */
export function numbered(shape: number[], dtype: Type = 'float32'): Tensor {
  const size = shape.reduce((product, length) => product * length, 1);
  const values = Array.from({ length: size }, (_, i) => {
    if (dtype === 'bool') return (i * i + (i >> 2)) % 3 === 0 ? 1 : 0;
    const sign = i % 3 === 1 ? -1 : 1;
    return dtype === 'int32' ? sign * (i + 1) : sign * (i + 1) * 0.375;
  });
  return tensor(values, shape, dtype);
}

/** As text for the name of a case. */
export function text(shape: readonly (number | readonly number[])[]): string {
  return JSON.stringify(shape);
}
