import {
  booleanMaskAsync,
  equal,
  inTopKAsync,
  setBackend,
  setdiff1dAsync,
  tensor,
  tensor1d,
  tensor2d,
  whereAsync,
} from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import { useOnnxRuntime } from '../src/index.ts';
import { computed, varied } from './parity/operands.ts';

/** Operations whose result has a shape that depends on values, so that TensorFlow.js reads them on the way. */
const OPERATIONS: Readonly<Record<string, () => Promise<Tensor | Tensor[]>>> = {
  'whereAsync of a comparison': () => whereAsync(varied([3, 4]).greater(0)),
  'whereAsync where nothing is true': () => whereAsync(varied([3, 4]).greater(100)),
  'booleanMaskAsync of rows': () =>
    booleanMaskAsync(computed(varied([4, 3])), computed(tensor1d([1, 0, 1, 1], 'bool'))),
  'booleanMaskAsync along an axis': () =>
    booleanMaskAsync(varied([2, 3, 2]), tensor1d([0, 1, 1], 'bool'), 1),
  'booleanMaskAsync of a matrix': () =>
    booleanMaskAsync(varied([2, 3]), equal(varied([2, 3]), varied([2, 3]))),
  'booleanMaskAsync that keeps nothing': () =>
    booleanMaskAsync(varied([2, 3]), tensor1d([0, 0], 'bool')),
  inTopKAsync: () =>
    inTopKAsync(
      computed(
        tensor2d([
          [20, 10, 40, 30],
          [30, 50, -20, 10],
        ])
      ),
      computed(tensor1d([2, 0], 'int32')),
      1
    ),
  setdiff1dAsync: () =>
    setdiff1dAsync(
      computed(tensor1d([1, 2, 3, 4, 5, 6], 'int32')),
      computed(tensor([1, 3, 5], [3], 'int32'))
    ),
};

async function outcomes(operation: () => Promise<Tensor | Tensor[]>): Promise<unknown[]> {
  const tensors = [await operation()].flat();
  return Promise.all(
    tensors.map(async (one) => ({
      shape: one.shape,
      dtype: one.dtype,
      values: Array.from(await one.data()),
    }))
  );
}

describe('operations that read values are those of the cpu backend', () => {
  it.each(Object.entries(OPERATIONS))('%s', async (_, operation) => {
    await setBackend('cpu');
    const expected = await outcomes(operation);
    await useOnnxRuntime();
    expect(await outcomes(operation)).toEqual(expected);
  });
});
