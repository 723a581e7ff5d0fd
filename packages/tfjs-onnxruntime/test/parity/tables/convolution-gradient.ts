// Registers the gradients of TensorFlow.js's operations.
import '@tensorflow/tfjs';
import {
  avgPool,
  conv2d,
  conv2dTranspose,
  depthwiseConv2d,
  grad,
  grads,
  maxPool,
  mul,
  ones,
} from '@tensorflow/tfjs-core';
import type { Tensor, Tensor4D } from '@tensorflow/tfjs-core';
import type { Case, Table } from '../compare.ts';
import { numbered, text } from '../operands.ts';

type Shape = [number, number, number, number];
type Pad = 'valid' | 'same' | number;
type Convolution = [x: Shape, filter: Shape, strides: number | [number, number], pad: Pad];
type Pool = [
  x: Shape,
  window: number | [number, number],
  strides: number | [number, number],
  pad: Pad,
];

const CONVOLUTIONS: Convolution[] = [
  [[1, 3, 3, 1], [2, 2, 1, 1], 1, 'valid'],
  [[2, 5, 4, 3], [3, 2, 3, 2], 1, 'valid'],
  [[2, 5, 4, 3], [3, 2, 3, 2], 1, 'same'],
  [[2, 6, 6, 2], [3, 3, 2, 2], 2, 'same'],
  [[1, 8, 6, 2], [3, 3, 2, 2], 2, 'valid'],
  [[1, 7, 6, 2], [2, 3, 2, 2], [3, 2], 'same'],
  [[1, 5, 5, 1], [3, 3, 1, 2], 2, 1],
  [[0, 4, 4, 2], [2, 2, 2, 3], 1, 'same'],
];

const POOLS: Pool[] = [
  [[1, 4, 4, 1], 2, 2, 'valid'],
  [[2, 5, 4, 3], [3, 2], 1, 'valid'],
  [[2, 5, 5, 3], 2, 2, 'same'],
  [[1, 8, 7, 2], 3, 2, 'valid'],
  [[1, 5, 5, 2], 3, 1, 1],
];

/** Up to a few hundred products of up to 1000 are summed, in another order. */
const SUMS = 1e-4;

const named = ([x, window, strides, pad]: Convolution | Pool): string =>
  `${text(x)} with ${JSON.stringify(window)}, strides ${JSON.stringify(strides)}, ${pad}`;

/** A gradient that differs from window to window. */
function weighted(y: Tensor): Tensor {
  return mul(y, numbered(y.shape));
}

/** The gradient of one operand of a convolution. */
function gradients(
  convolve: (x: Tensor4D, filter: Tensor4D, strides: number | [number, number], pad: Pad) => Tensor,
  operand: 0 | 1
): Case[] {
  return CONVOLUTIONS.map((one) => {
    const [x, filter, strides, pad] = one;
    const f = (a: Tensor, b: Tensor): Tensor =>
      weighted(convolve(a as Tensor4D, b as Tensor4D, strides, pad));
    return {
      name: named(one),
      run: () => grads(f)([numbered(x), numbered(filter)])[operand],
      tolerance: SUMS,
    };
  });
}

function poolGradients(
  pool: (x: Tensor4D, window: Pool[1], strides: Pool[2], pad: Pad) => Tensor
): Case[] {
  return POOLS.map((one) => {
    const [x, window, strides, pad] = one;
    return {
      name: named(one),
      run: () =>
        grad((images) => weighted(pool(images as Tensor4D, window, strides, pad)))(numbered(x)),
      tolerance: SUMS,
    };
  });
}

const TRANSPOSED: Case[] = (['valid', 'same'] as const).map((pad) => ({
  name: `conv2dTranspose, ${pad}`,
  run: () => {
    const shape: Shape = pad === 'same' ? [1, 6, 6, 3] : [1, 7, 7, 3];
    return conv2dTranspose(
      numbered([1, 3, 3, 2]) as Tensor4D,
      numbered([3, 3, 3, 2]) as Tensor4D,
      shape,
      2,
      pad
    );
  },
  tolerance: SUMS,
}));

/** Gradients of convolutions and poolings. */
export const table: Table = {
  Conv2DBackpropInput: [...gradients(conv2d, 0), ...TRANSPOSED],
  Conv2DBackpropFilter: gradients(conv2d, 1),
  DepthwiseConv2dNativeBackpropInput: gradients(depthwiseConv2d, 0),
  DepthwiseConv2dNativeBackpropFilter: gradients(depthwiseConv2d, 1),
  AvgPoolGrad: poolGradients(avgPool),
  MaxPoolGrad: [
    ...poolGradients(maxPool),
    {
      name: 'the first of equal elements',
      run: () =>
        grad((images) => weighted(maxPool(images as Tensor4D, 2, 1, 'valid')))(ones([1, 4, 4, 2])),
    },
  ],
};
