// For the gradients, and the methods of tensors.
import '@tensorflow/tfjs';
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

/** A tensor with some numbers of both signs, of which few are equal; booleans of both kinds. */
export function varied(shape: number[], dtype: Type = 'float32'): Tensor {
  const size = shape.reduce((product, length) => product * length, 1);
  const values = Array.from({ length: size }, (_, i) => ((i * 37 + 11) % 23) - 11);
  if (dtype === 'bool')
    return tensor(
      values.map((value) => Number(value > -4)),
      shape,
      dtype
    );
  return tensor(dtype === 'int32' ? values : values.map((value) => value / 7), shape, dtype);
}

/** Positions 0 … n − 1 in no particular order, some of them more than once. */
export function positions(shape: number[], n: number): Tensor {
  const size = shape.reduce((product, length) => product * length, 1);
  const values = Array.from({ length: size }, (_, i) => (i * 5 + 3) % n);
  return tensor(values, shape, 'int32');
}

/** The same values, but not known before the run: what the program computes, not what it writes. */
export function computed<T extends Tensor>(x: T): T {
  return x.dtype === 'bool' ? x.logicalOr(x) : x.add(x).sub(x);
}
