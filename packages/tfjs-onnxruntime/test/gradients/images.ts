import * as tf from '@tensorflow/tfjs';
import type { Tensor3D, Tensor4D } from '@tensorflow/tfjs';
import { spread } from './case.ts';
import type { Case } from './case.ts';

const PADDINGS = ['valid', 'same'] as const;

/** Convolutions, pooling and what else is done to images, [batch, height, width, channels]. */
export const IMAGES: readonly Case[] = [
  ...PADDINGS.flatMap((padding): Case[] => [
    {
      name: `conv2d, ${padding}`,
      f: (x, filter) => tf.conv2d(x as Tensor4D, filter as Tensor4D, [1, 2], padding),
      at: [spread([1, 3, 4, 2]), spread([2, 2, 2, 2])],
    },
    {
      name: `depthwiseConv2d, ${padding}`,
      f: (x, filter) => tf.depthwiseConv2d(x as Tensor4D, filter as Tensor4D, 1, padding),
      at: [spread([1, 3, 3, 2]), spread([2, 2, 2, 2])],
    },
    {
      name: `maxPool, ${padding}`,
      f: (x) => tf.maxPool(x as Tensor4D, 2, 2, padding),
      at: [spread([1, 3, 4, 2])],
    },
  ]),
  {
    name: 'avgPool',
    f: (x) => tf.avgPool(x as Tensor4D, 2, 1, 'valid'),
    at: [spread([1, 3, 3, 2])],
  },
  {
    name: 'conv2dTranspose',
    f: (x, filter) =>
      tf.conv2dTranspose(x as Tensor4D, filter as Tensor4D, [1, 4, 4, 2], 2, 'same'),
    at: [spread([1, 2, 2, 1]), spread([2, 2, 2, 1])],
  },
  {
    name: 'localResponseNormalization',
    f: (x) => tf.localResponseNormalization(x as Tensor3D, 1, 1, 0.5, 0.75),
    at: [spread([1, 2, 4])],
  },
];
