import { conv2d, depthwiseConv2d, fused } from '@tensorflow/tfjs-core';
import type { Tensor4D } from '@tensorflow/tfjs-core';
import type { Table } from '../compare.ts';
import { numbered, text } from '../operands.ts';

type Shape = [number, number, number, number];
type Pad = 'valid' | 'same' | number;
type Case4 = [
  x: Shape,
  filter: Shape,
  strides: number | [number, number],
  pad: Pad,
  dilations?: number | [number, number],
];

const CONVOLUTIONS: Case4[] = [
  [[1, 1, 1, 1], [1, 1, 1, 1], 1, 'valid'],
  [[2, 5, 4, 3], [3, 2, 3, 4], 1, 'valid'],
  [[2, 5, 4, 3], [3, 2, 3, 4], 1, 'same'],
  [[1, 6, 6, 2], [3, 3, 2, 2], 2, 'same'],
  [[1, 7, 6, 2], [3, 3, 2, 2], 2, 'valid'],
  [[1, 7, 6, 2], [2, 3, 2, 2], [3, 2], 'same'],
  [[1, 5, 5, 1], [3, 3, 1, 2], 1, 1],
  [[1, 5, 5, 1], [3, 3, 1, 2], 2, 1],
  [[1, 4, 4, 1], [2, 2, 1, 1], 1, 3],
  [[1, 7, 7, 2], [3, 3, 2, 1], 1, 'same', 2],
  [[1, 7, 7, 2], [3, 2, 2, 1], 1, 'valid', [2, 3]],
  [[0, 4, 4, 2], [2, 2, 2, 3], 1, 'same'],
];

const DEPTHWISE: Case4[] = [
  [[1, 3, 3, 1], [2, 2, 1, 1], 1, 'valid'],
  [[2, 5, 4, 3], [3, 2, 3, 1], 1, 'same'],
  [[2, 5, 4, 3], [3, 2, 3, 2], 1, 'valid'],
  [[1, 6, 6, 2], [3, 3, 2, 3], 2, 'same'],
  [[1, 6, 6, 2], [3, 3, 2, 1], 1, 1],
  [[1, 7, 7, 2], [3, 3, 2, 1], 1, 'same', 2],
];

const ACTIVATIONS = ['linear', 'relu', 'relu6', 'elu', 'sigmoid', 'leakyrelu', 'prelu'] as const;

/** Up to 36 products of up to 3000 are summed, in another order. */
const SUMS = 2e-5;

const named = ([x, filter, strides, pad, dilations = 1]: Case4): string =>
  `${text(x)} with ${text(filter)}, strides ${JSON.stringify(strides)}, ${pad}, dilations ${JSON.stringify(dilations)}`;

/** Convolutions of images. */
export const table: Table = {
  Conv2D: [
    ...CONVOLUTIONS.map((one) => {
      const [x, filter, strides, pad, dilations = 1] = one;
      return {
        name: named(one),
        run: () =>
          conv2d(
            numbered(x) as Tensor4D,
            numbered(filter) as Tensor4D,
            strides,
            pad,
            'NHWC',
            dilations
          ),
        tolerance: SUMS,
      };
    }),
    ...(['valid', 'same', 1] as const).map((pad) => ({
      name: `channels second, ${pad}`,
      run: () =>
        conv2d(
          numbered([2, 3, 5, 4]) as Tensor4D,
          numbered([3, 3, 3, 2]) as Tensor4D,
          1,
          pad,
          'NCHW'
        ),
      tolerance: SUMS,
    })),
    {
      name: 'explicit padding',
      run: () =>
        conv2d(numbered([1, 4, 5, 2]) as Tensor4D, numbered([2, 3, 2, 2]) as Tensor4D, 2, [
          [0, 0],
          [1, 2],
          [0, 3],
          [0, 0],
        ]),
      tolerance: SUMS,
    },
    ...(['floor', 'round', 'ceil'] as const).map((rounding) => ({
      name: `a number of windows that is not whole: ${rounding}`,
      run: () =>
        conv2d(
          numbered([1, 6, 6, 1]) as Tensor4D,
          numbered([3, 3, 1, 1]) as Tensor4D,
          2,
          0,
          'NHWC',
          1,
          rounding
        ),
      tolerance: SUMS,
    })),
  ],
  DepthwiseConv2dNative: DEPTHWISE.map((one) => {
    const [x, filter, strides, pad, dilations = 1] = one;
    return {
      name: named(one),
      run: () =>
        depthwiseConv2d(
          numbered(x) as Tensor4D,
          numbered(filter) as Tensor4D,
          strides,
          pad,
          'NHWC',
          dilations
        ),
      tolerance: SUMS,
    };
  }),
  FusedConv2D: ACTIVATIONS.flatMap((activation) =>
    (['NHWC', 'NCHW'] as const).map((dataFormat) => ({
      name: `${activation}, ${dataFormat}`,
      run: () =>
        fused.conv2d({
          x: numbered(dataFormat === 'NHWC' ? [1, 4, 4, 2] : [1, 2, 4, 4]) as Tensor4D,
          filter: numbered([2, 2, 2, 3]) as Tensor4D,
          strides: 1,
          pad: 'same',
          dataFormat,
          bias: numbered([3]),
          activation,
          leakyreluAlpha: 0.3,
          ...(activation === 'prelu' ? { preluActivationWeights: numbered([3]) } : {}),
        }),
      tolerance: SUMS,
    }))
  ),
  FusedDepthwiseConv2D: ACTIVATIONS.map((activation) => ({
    name: activation,
    run: () =>
      fused.depthwiseConv2d({
        x: numbered([1, 4, 4, 2]) as Tensor4D,
        filter: numbered([2, 2, 2, 2]) as Tensor4D,
        strides: 1,
        pad: 'same',
        bias: numbered([4]),
        activation,
        leakyreluAlpha: 0.3,
        ...(activation === 'prelu' ? { preluActivationWeights: numbered([4]) } : {}),
      }),
    tolerance: SUMS,
  })),
};
