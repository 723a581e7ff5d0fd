import * as tf from '@tensorflow/tfjs';
import type { Tensor, Tensor1D, Tensor2D, Tensor4D } from '@tensorflow/tfjs';
import { spread } from './case.ts';
import type { Case } from './case.ts';
import { BINARY } from './functions.ts';
import { IMAGES } from './images.ts';

/** Shapes of two operands that are broadcast against each other. */
const PAIRS: readonly (readonly [number[], number[]])[] = [
  [[2, 3], [3]],
  [[3], [2, 3]],
  [
    [2, 1],
    [1, 3],
  ],
  [[], [4]],
  [[2, 1, 2], []],
  [[1], [2, 2, 2]],
];

// TensorFlow.js has no gradients of squaredDifference, maximum and minimum for different shapes.
const BROADCAST: readonly Case[] = BINARY.filter(({ name }) =>
  ['add', 'sub', 'mul', 'div', 'pow', 'atan2', 'mod'].includes(name)
).flatMap(({ name, f, domain: [first, second] }) =>
  PAIRS.map(([a, b]) => ({
    name: `${name} [${a.join()}] with [${b.join()}]`,
    f,
    at: [spread(a, ...first), spread(b, ...second)],
  }))
);

const PRODUCTS: readonly Case[] = [
  ...[false, true].flatMap((transposeA) =>
    [false, true].map((transposeB) => ({
      name: `matMul, transposed: ${transposeA}, ${transposeB}`,
      f: (a: Tensor, b: Tensor) => tf.matMul(a, b, transposeA, transposeB),
      at: [spread(transposeA ? [3, 2] : [2, 3]), spread(transposeB ? [4, 3] : [3, 4])],
    }))
  ),
  {
    name: 'matMul of stacks',
    f: (a, b) => tf.matMul(a, b),
    at: [spread([2, 2, 3]), spread([2, 3, 2])],
  },
  {
    name: 'matMul of stacks, transposed',
    f: (a, b) => tf.matMul(a, b, true, true),
    at: [spread([2, 3, 2]), spread([2, 2, 3])],
  },
  { name: 'dot', f: tf.dot, at: [spread([3]), spread([3])] },
  {
    name: 'outerProduct',
    f: (a, b) => tf.outerProduct(a as Tensor1D, b as Tensor1D),
    at: [spread([2]), spread([3])],
  },
  {
    name: 'fused.matMul with bias',
    f: (a, b, bias) => tf.fused.matMul({ a, b, bias }),
    at: [spread([2, 3]), spread([3, 2]), spread([2])],
  },
  {
    name: 'fused.matMul with relu',
    f: (a, b, bias) => tf.fused.matMul({ a, b, bias, activation: 'relu' }),
    at: [spread([2, 3]), spread([3, 2]), spread([2])],
  },
];

const AXES: readonly (number | number[] | undefined)[] = [undefined, 0, 1, -1, [0, 2]];

type Reduction = (x: Tensor, axis?: number | number[], keepDims?: boolean) => Tensor;

const REDUCTIONS: readonly Case[] = Object.entries<Reduction>({
  sum: tf.sum,
  mean: tf.mean,
  max: tf.max,
  min: tf.min,
  prod: tf.prod,
  logSumExp: tf.logSumExp,
  variance: (x, axis, keepDims) => tf.moments(x, axis, keepDims).variance,
  euclideanNorm: (x, axis, keepDims) => tf.norm(x, 'euclidean', axis, keepDims),
}).flatMap(([name, reduction]) =>
  // TensorFlow.js's gradient of prod fails for negative axes.
  AXES.filter((axis) => name !== 'prod' || axis !== -1).flatMap((axis) =>
    [false, true].map((keepDims) => ({
      name: `${name} over ${axis === undefined ? 'all' : `[${[axis].join()}]`}${keepDims ? ', kept' : ''}`,
      f: (x: Tensor) => reduction(x, axis, keepDims),
      at: [spread([2, 3, 2], 0.5, 2.5)],
    }))
  )
);

const SELECTIONS: readonly Case[] = [
  { name: 'softmax', f: (x) => tf.softmax(x), at: [spread([2, 3])] },
  { name: 'logSoftmax', f: (x) => tf.logSoftmax(x), at: [spread([2, 3])] },
  {
    name: 'gather rows, one twice',
    f: (x) => tf.gather(x, tf.tensor1d([2, 0, 2], 'int32')),
    at: [spread([3, 2])],
  },
  {
    name: 'gather columns',
    f: (x) =>
      tf.gather(
        x,
        tf.tensor2d(
          [
            [1, 0],
            [2, 1],
          ],
          [2, 2],
          'int32'
        ),
        1
      ),
    at: [spread([2, 3])],
  },
  {
    name: 'where',
    f: (a, b) => tf.where(tf.tensor2d([1, 0, 0, 1], [2, 2], 'bool'), a, b),
    at: [spread([2, 2]), spread([2, 2], 3, 5)],
  },
  {
    name: 'unsortedSegmentSum',
    f: (x) => tf.unsortedSegmentSum(x, tf.tensor1d([1, 0, 1], 'int32'), 3),
    at: [spread([3, 2])],
  },
  {
    name: 'maskedSelection by oneHot',
    f: (x) => tf.mul(x, tf.oneHot(tf.tensor1d([1, 0], 'int32'), 3)),
    at: [spread([2, 3])],
  },
];

const ARRANGEMENTS: readonly Case[] = [
  { name: 'concat rows', f: (a, b) => tf.concat([a, b], 0), at: [spread([1, 2]), spread([2, 2])] },
  {
    name: 'concat columns',
    f: (a, b) => tf.concat([a, b], 1),
    at: [spread([2, 1]), spread([2, 2])],
  },
  { name: 'stack', f: (a, b) => tf.stack([a, b], 1), at: [spread([2, 2]), spread([2, 2])] },
  {
    name: 'unstack',
    f: (x) => tf.mul(...(tf.unstack(x, 1) as [Tensor, Tensor])),
    at: [spread([2, 2])],
  },
  {
    name: 'split',
    f: (x) => tf.mul(...(tf.split(x, 2, 1) as [Tensor, Tensor])),
    at: [spread([2, 4])],
  },
  { name: 'split unevenly', f: (x) => tf.split(x, [1, 3], 1)[1], at: [spread([2, 4])] },
  { name: 'slice', f: (x) => tf.slice(x, [1, 0], [1, 2]), at: [spread([3, 3])] },
  {
    name: 'pad',
    f: (x) =>
      tf.pad(
        x,
        [
          [1, 0],
          [0, 2],
        ],
        3
      ),
    at: [spread([2, 2])],
  },
  {
    name: 'mirrorPad',
    f: (x) =>
      tf.mirrorPad(
        x as Tensor2D,
        [
          [0, 0],
          [0, 0],
        ],
        'symmetric'
      ),
    at: [spread([2, 2])],
  },
  { name: 'tile', f: (x) => tf.tile(x, [2, 3]), at: [spread([2, 2])] },
  { name: 'tile rank 3', f: (x) => tf.tile(x, [2, 1, 2]), at: [spread([1, 2, 2])] },
  { name: 'transpose', f: (x) => tf.transpose(x, [2, 0, 1]), at: [spread([2, 3, 2])] },
  { name: 'reverse', f: (x) => tf.mul(tf.reverse(x, 1), x), at: [spread([2, 3])] },
  {
    name: 'reshape',
    f: (x) => tf.matMul(tf.reshape(x, [3, 2]), tf.reshape(x, [2, 3])),
    at: [spread([6])],
  },
  {
    name: 'expandDims and squeeze',
    f: (x) => tf.squeeze(tf.mul(tf.expandDims(x, 1), x)),
    at: [spread([2, 2])],
  },
  { name: 'broadcastTo', f: (x) => tf.broadcastTo(x, [2, 3]), at: [spread([2, 1])] },
  { name: 'cumsum', f: (x) => tf.cumsum(x, 1), at: [spread([2, 3])] },
  {
    name: 'cumsum, exclusive and reverse',
    f: (x) => tf.cumsum(x, 1, true, true),
    at: [spread([2, 3])],
  },
  {
    name: 'addN',
    f: (a, b, c) => tf.addN([a, tf.square(b), c]),
    at: [spread([2]), spread([2]), spread([2])],
  },
  { name: 'cast and clone', f: (x) => tf.cast(x.clone(), 'float32'), at: [spread([2])] },
  {
    name: 'batchToSpaceND',
    f: (x) =>
      tf.batchToSpaceND(
        x,
        [2, 2],
        [
          [0, 0],
          [0, 0],
        ]
      ),
    at: [spread([4, 1, 1, 2])],
  },
  {
    name: 'spaceToBatchND',
    f: (x) =>
      tf.spaceToBatchND(
        x,
        [2, 2],
        [
          [0, 0],
          [0, 0],
        ]
      ),
    at: [spread([1, 2, 2, 2])],
  },
];

const LOSSES: readonly Case[] = [
  {
    name: 'batchNorm',
    f: (x, mean, variance, offset, scale) => tf.batchNorm(x, mean, variance, offset, scale, 0.01),
    at: [spread([4, 3]), spread([3], -1, 1), spread([3], 0.5, 2), spread([3]), spread([3], 0.5, 2)],
  },
  {
    name: 'batchNorm with the moments of the batch',
    f: (x) => {
      const { mean, variance } = tf.moments(x, 0);
      return tf.batchNorm(x, mean, variance, tf.zeros([3]), tf.ones([3]), 0.01);
    },
    at: [spread([4, 3])],
  },
  {
    name: 'absoluteDifference',
    f: (a, b) => tf.losses.absoluteDifference(a, b),
    at: [spread([3], 1, 2), spread([3], -1, 0.8)],
  },
  {
    name: 'cosineDistance',
    f: (a, b) => tf.losses.cosineDistance(a, b, 0),
    at: [spread([3]), spread([3])],
  },
  {
    name: 'hingeLoss',
    f: (b) => tf.losses.hingeLoss(tf.tensor1d([0, 1, 1]), b),
    at: [spread([3], -0.8, 0.8)],
  },
  {
    name: 'huberLoss',
    f: (a, b) => tf.losses.huberLoss(a, b),
    at: [spread([3], 2, 3), spread([3], -1, 0.7)],
  },
  {
    name: 'logLoss',
    f: (b) => tf.losses.logLoss(tf.tensor1d([0, 1, 1]), b),
    at: [spread([3], 0.3, 0.7)],
  },
  {
    name: 'meanSquaredError',
    f: (a, b) => tf.losses.meanSquaredError(a, b),
    at: [spread([3]), spread([3])],
  },
  {
    name: 'sigmoidCrossEntropy',
    f: (b) => tf.losses.sigmoidCrossEntropy(tf.tensor1d([0, 1, 1]), b),
    at: [spread([3], 0.2, 2)],
  },
  {
    name: 'softmaxCrossEntropy',
    f: (b) => tf.losses.softmaxCrossEntropy(tf.tensor2d([0, 1, 0, 1, 0, 0], [2, 3]), b),
    at: [spread([2, 3])],
  },
  {
    name: 'two dense layers',
    f: (x, w, b, v) => tf.matMul(tf.tanh(tf.add(tf.matMul(x, w), b)), v),
    at: [spread([3, 2]), spread([2, 3]), spread([3]), spread([3, 1])],
  },
];

/** Computations on whole tensors. */
export const COMPOSITIONS: readonly Case[] = [
  ...BROADCAST,
  ...PRODUCTS,
  ...REDUCTIONS,
  ...SELECTIONS,
  ...ARRANGEMENTS,
  ...LOSSES,
  ...IMAGES,
];

/** Where TensorFlow.js has a convention in place of the derivative: at ties, kinks and steps, mostly. */
export const CONVENTIONS: readonly Case[] = [
  ...Object.entries({
    abs: tf.abs,
    relu: tf.relu,
    relu6: tf.relu6,
    elu: tf.elu,
    selu: tf.selu,
    sign: tf.sign,
    step: tf.step,
    round: tf.round,
  }).map(([name, f]) => ({
    name: `${name} at 0`,
    f: (x: Tensor) => f(x),
    at: [{ shape: [3], values: [0, -0, 6] }],
  })),
  ...Object.entries({
    maximum: tf.maximum,
    minimum: tf.minimum,
    floorDiv: tf.floorDiv,
    mod: tf.mod,
  }).map(([name, f]) => ({
    name: `${name} of equals`,
    f: (a: Tensor, b: Tensor) => f(a, b),
    at: [spread([3], 1, 2), spread([3], 1, 2)],
  })),
  ...Object.entries({ max: tf.max, min: tf.min }).map(([name, f]) => ({
    name: `${name} of equals`,
    f: (x: Tensor) => f(x, 1),
    at: [{ shape: [2, 3], values: [1, 1, 1, 2, 1, 2] }],
  })),
  {
    name: 'clipByValue at the limits',
    f: (x) => tf.clipByValue(x, -1, 1),
    at: [{ shape: [3], values: [-1, 1, 0] }],
  },
  { name: 'sqrt at 0', f: tf.sqrt, at: [{ shape: [2], values: [0, 1] }] },
  {
    name: 'pow of 0',
    f: tf.pow,
    at: [
      { shape: [2], values: [0, 0] },
      { shape: [2], values: [2, 1] },
    ],
  },
  {
    name: 'comparisons',
    f: (x) => tf.mul(x, tf.cast(tf.greaterEqual(x, tf.square(x)), 'float32')),
    at: [spread([4])],
  },
  ...Object.entries({ isFinite: tf.isFinite, isInf: tf.isInf, isNaN: tf.isNaN }).map(
    ([name, test]) => ({
      name,
      f: (x: Tensor) => tf.mul(x, tf.cast(test(x), 'float32')),
      at: [spread([3])],
    })
  ),
  { name: 'zerosLike', f: (x) => tf.add(tf.zerosLike(x), x), at: [spread([3])] },
  {
    // The gradient divides by the size of the window, the mean only by what of it lies in the image.
    name: 'avgPool, same',
    f: (x) => tf.avgPool(x as Tensor4D, 2, 1, 'same'),
    at: [spread([1, 3, 3, 2])],
  },
  { name: 'onesLike', f: (x) => tf.mul(tf.onesLike(x), x), at: [spread([3])] },
  {
    name: 'argMax and argMin',
    f: (x) => tf.mul(x, tf.cast(tf.add(tf.argMax(x), tf.argMin(x)), 'float32')),
    at: [spread([3])],
  },
];
