import {
  concat,
  depthToSpace,
  depthwiseConv2d,
  engine,
  expandDims,
  fill,
  fused,
  matMul,
  maxPool,
  reshape,
  slice,
  stack,
  stridedSlice,
  tensor,
  tensor1d,
  tensor2d,
  tensor4d,
  transpose,
} from '@tensorflow/tfjs-core';
import type { Rank, Tensor, Tensor4D } from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { useOnnxRuntime } from '../src/index.ts';
import { numbered } from './parity/operands.ts';

beforeEach(async () => {
  await useOnnxRuntime();
});

async function found(x: Tensor): Promise<{ shape: number[]; values: number[] }> {
  return { shape: x.shape, values: [...(await x.data())] };
}

// The parity tables cannot hold these: the cpu backend throws, or is wrong.
describe('by definition, where the cpu backend differs', () => {
  it('stridedSlice x[3:1] is empty', async () => {
    expect(await found(stridedSlice(tensor1d([1, 2, 3, 4, 5]), [3], [1], [1]))).toEqual({
      shape: [0],
      values: [],
    });
  });

  it('stridedSlice x[::2, 1] takes column 1 of every other row', async () => {
    const x = tensor2d([0, 1, 2, 10, 11, 12, 20, 21, 22, 30, 31, 32], [4, 3]);
    expect(await found(stridedSlice(x, [0, 1], [4, 2], [2, 1], 0, 0, 0, 0, 2))).toEqual({
      shape: [2],
      values: [1, 21],
    });
  });

  it('matMul broadcasts [2,1] against [1,3] stacks', async () => {
    const a = tensor([1, 2], [2, 1, 1, 1]);
    const b = tensor([10, 20, 30], [1, 3, 1, 1]);
    expect(await found(matMul(a, b))).toEqual({
      shape: [2, 3, 1, 1],
      values: [10, 20, 30, 20, 40, 60],
    });
  });

  it('depthwiseConv2d with channels second is the transposed one with channels last', async () => {
    const x = numbered([2, 4, 5, 3]);
    const filter = numbered([2, 2, 3, 2]) as Tensor4D;
    const last = depthwiseConv2d(x as Tensor4D, filter, 1, 'same');
    const second = transpose(x, [0, 3, 1, 2]) as Tensor4D;
    const { shape, values } = await found(depthwiseConv2d(second, filter, 1, 'same', 'NCHW'));
    expect({ shape, values }).toEqual(await found(transpose(last, [0, 3, 1, 2])));
  });

  it('conv2d with leakyrelu has the slope 0.2 of tf.leakyRelu if none is given', async () => {
    const y = fused.conv2d({
      x: tensor4d([-2, 3], [1, 1, 2, 1]),
      filter: tensor4d([1], [1, 1, 1, 1]),
      strides: 1,
      pad: 'valid',
      activation: 'leakyrelu',
    });
    // Rounded to float32.
    expect((await found(y)).values).toEqual([Math.fround(-2 * Math.fround(0.2)), 3]);
  });
});

// Known differences that are not worth another pass over the images: ONNX Runtime's MaxPool begins with the smallest
// float32 where the cpu backend begins with −∞, and what it does with NaN, which cpu skips, depends on its place.
it('maxPool of −∞ alone is the smallest float32', async () => {
  const y = maxPool(fill<Rank.R4>([1, 2, 2, 1], -Infinity), 2, 1, 'valid');
  expect((await found(y)).values).toEqual([-3.4028234663852886e38]);
});

describe('a call that cannot be carried out is refused when it is recorded', () => {
  it.each([
    ['reshape to another size', () => reshape(numbered([2, 3]), [4]), /Size\(6\) must match/],
    ['matMul of lengths that differ', () => matMulKernel([2, 3], [2, 3]), /inner lengths 3 and 2/],
    [
      'stack of shapes that differ',
      () => stack([numbered([2]), numbered([3])]),
      /Shapes 2 and 3 must match/,
    ],
    [
      'concat of shapes that differ',
      () => concat([numbered([2, 3]), numbered([2, 2])], 0),
      /shape/,
    ],
    ['slice beyond the end', () => slice(numbered([3]), [2], [2]), /slice/],
    ['expandDims beyond the rank', () => expandDims(numbered([3]), -3), /rank 1/],
    ['fill with text', () => fill([2], 'a'), /type string/],
    [
      'depthToSpace with channels second',
      () => depthToSpace(numbered([1, 4, 1, 1]) as Tensor4D, 2, 'NCHW'),
      /NCHW, expected NHWC/,
    ],
    [
      'windows of nothing but padding',
      () => maxPool(numbered([1, 4, 4, 1]) as Tensor4D, 2, 1, 2),
      /less padding/,
    ],
  ])('%s', (_, run, message) => {
    expect(run).toThrow(message);
  });
});

/** Past TensorFlow.js's own check. */
function matMulKernel(a: number[], b: number[]): Tensor {
  const inputs = { a: numbered(a), b: numbered(b) };
  return engine().runKernel('BatchMatMul', inputs, { transposeA: false, transposeB: false });
}
