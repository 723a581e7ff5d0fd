import { apply, fill, reshape } from '../graph/operators.ts';
import { sizeOf } from '../graph/node.ts';
import type { GraphNode } from '../graph/node.ts';
import { spread } from './convolution-gradient.ts';
import { define } from './define.ts';
import {
  channelsSecond,
  fromChannelsSecond,
  lookedAt,
  paddingAfter,
  windowAttributes,
  windowShape,
} from './images.ts';
import { padded } from './padding.ts';
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
  const positions = apply(
    'MaxPool',
    [images],
    windowShape(windows),
    'int64',
    windowAttributes(windows),
    1
  );
  const size = sizeOf(images.shape);
  const inputs = [fill(0, [size], 'float32'), flat(positions), flat(channelsSecond(dy, 'NHWC'))];
  const sums = apply('ScatterElements', inputs, [size], 'float32', { axis: 0, reduction: 'add' });
  const [rows, columns] = paddingAfter(windows).map((n) => Math.max(0, -n));
  const unseen = [
    [0, 0],
    [0, 0],
    [0, rows],
    [0, columns],
  ] as const;
  return fromChannelsSecond(padded(reshape(sums, images.shape), unseen, 0), 'NHWC');
});

function flat(x: GraphNode): GraphNode {
  return reshape(x, [sizeOf(x.shape)]);
}
