import { fill, reshape, scatterElements } from '../graph/operators.ts';
import { sizeOf } from '../graph/node.ts';
import type { GraphNode } from '../graph/node.ts';
import { spread } from './convolution-gradient.ts';
import { define } from './define.ts';
import {
  channelsSecond,
  fromChannelsSecond,
  largestInWindows,
  lookedAt,
  withUnseen,
} from './images.ts';
import { checkOverlap, poolWindows } from './pooling.ts';
import type { PoolAttributes } from './pooling.ts';

// As TensorFlow.js has it: a window at the border is divided by its whole size here, though its average was not.
define<PoolAttributes>('AvgPoolGrad', ({ dy, input }, attributes) => {
  const windows = poolWindows(input.shape, attributes);
  const { inChannels, filterHeight, filterWidth } = windows;
  const shape = [inChannels, 1, filterHeight, filterWidth];
  const weights = fill(1 / (filterHeight * filterWidth), shape, 'float32');
  return spread(dy, weights, windows, { dataFormat: 'NHWC', groups: inChannels });
});

define<PoolAttributes>('MaxPoolGrad', ({ dy, input }, attributes) => {
  const windows = poolWindows(input.shape, attributes);
  checkOverlap('maxPool', windows);
  const images = lookedAt(channelsSecond(input, 'NHWC'), windows);
  const [, positions] = largestInWindows(images, windows);
  const zeros = fill(0, [sizeOf(images.shape)], 'float32');
  const sums = scatterElements(zeros, flat(positions), flat(channelsSecond(dy, 'NHWC')), 'add');
  return fromChannelsSecond(withUnseen(reshape(sums, images.shape), windows), 'NHWC');
});

function flat(x: GraphNode): GraphNode {
  return reshape(x, [sizeOf(x.shape)]);
}
