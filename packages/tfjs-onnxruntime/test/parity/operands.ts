// For the gradients, and the methods of tensors.
import '@tensorflow/tfjs';
import { tensor } from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';

/** A tensor with some numbers of both signs, of which few are equal; booleans of both kinds. */
export function varied(shape: number[], dtype: 'float32' | 'int32' | 'bool' = 'float32'): Tensor {
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
