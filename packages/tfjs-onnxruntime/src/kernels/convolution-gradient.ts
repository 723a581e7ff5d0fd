import { apply, fill, reshape, slice, transpose } from '../graph/operators.ts';
import { sizeOf } from '../graph/node.ts';
import type { GraphNode } from '../graph/node.ts';
import { convolutionWindows, depthwiseFilter } from './convolution.ts';
import type { ConvolutionAttributes } from './convolution.ts';
import { define } from './define.ts';
import {
  channelsSecond,
  fromChannelsSecond,
  lookedAt,
  paddingAfter,
  windowAttributes,
  windowShape,
  withUnseen,
} from './images.ts';
import type { DataFormat, Windows } from './images.ts';

interface InputAttributes extends ConvolutionAttributes {
  readonly inputShape: number[];
}

define<InputAttributes>('Conv2DBackpropInput', ({ dy, filter }, attributes) => {
  const { dataFormat = 'NHWC', inputShape } = attributes;
  const windows = convolutionWindows(inputShape, filter.shape, attributes, false);
  const weights = transpose(filter, [3, 2, 0, 1]);
  return spread(dy, weights, windows, { dataFormat, groups: 1 });
});

define<InputAttributes>('DepthwiseConv2dNativeBackpropInput', ({ dy, filter }, attributes) => {
  const windows = convolutionWindows(attributes.inputShape, filter.shape, attributes, true);
  const groups = windows.inChannels;
  return spread(dy, depthwiseFilter(filter), windows, { dataFormat: 'NHWC', groups });
});

/**
 * Sends the gradient of each window back to the elements that it looked at.
 *
 * @param dy Gradient of what the windows yielded.
 * @param weights Of the windows, as ONNX's Conv takes them.
 * @param windows The windows.
 * @param options Order of the axes, and number of groups of channels that do not mix.
 * @returns Gradient of the images.
 */
export function spread(
  dy: GraphNode,
  weights: GraphNode,
  windows: Windows,
  { dataFormat, groups }: { dataFormat: DataFormat; groups: number }
): GraphNode {
  const { batchSize, inChannels, inHeight, inWidth } = windows;
  const [rows, columns] = paddingAfter(windows).map((n) => Math.min(0, n));
  const seen = [batchSize, inChannels, inHeight + rows, inWidth + columns];
  // TensorFlow.js allows more windows than fit into the images; those beyond do not count.
  const size = windowShape(windows);
  const inside = slice(channelsSecond(dy, dataFormat), [0, 0, 0, 0], size, size);
  const dx = apply('ConvTranspose', [inside, weights], seen, 'float32', {
    ...windowAttributes(windows),
    group: groups,
  });
  return fromChannelsSecond(withUnseen(dx, windows), dataFormat);
}

interface FilterAttributes extends ConvolutionAttributes {
  readonly filterShape: number[];
}

define<FilterAttributes>('Conv2DBackpropFilter', ({ x, dy }, attributes) => {
  const { dataFormat = 'NHWC', filterShape } = attributes;
  if (sizeOf(x.shape) === 0) return fill(0, filterShape, 'float32');
  const windows = convolutionWindows(x.shape, filterShape, attributes, false);
  // Images and channels change places, since the sum is over the images.
  const images = transpose(lookedAt(channelsSecond(x, dataFormat), windows), [1, 0, 2, 3]);
  const dw = correlation(images, byChannel(dy, dataFormat), windows, 1);
  return transpose(dw, [2, 3, 0, 1]);
});

define<FilterAttributes>(
  'DepthwiseConv2dNativeBackpropFilter',
  ({ x, dy }, { filterShape, ...attributes }) => {
    if (sizeOf(x.shape) === 0) return fill(0, filterShape, 'float32');
    const windows = convolutionWindows(x.shape, filterShape, attributes, true);
    const [height, width, channels, multiplier] = filterShape;
    const seen = transpose(lookedAt(channelsSecond(x, 'NHWC'), windows), [1, 0, 2, 3]);
    const [, images, rows, columns] = seen.shape;
    const stacked = reshape(seen, [1, channels * images, rows, columns]);
    const dw = correlation(stacked, byChannel(dy, 'NHWC'), windows, channels);
    return transpose(reshape(dw, [channels, multiplier, height, width]), [2, 3, 0, 1]);
  }
);

/** Gradients [channels, images, height, width]. */
function byChannel(dy: GraphNode, format: DataFormat): GraphNode {
  return transpose(dy, format === 'NHWC' ? [3, 0, 1, 2] : [1, 0, 2, 3]);
}

/** The gradient slides over the image where the filter did; strides and dilations change places. */
function correlation(
  images: GraphNode,
  dy: GraphNode,
  windows: Windows,
  groups: number
): GraphNode {
  const attributes = windowAttributes(windows);
  const shape = [images.shape[0], dy.shape[0], windows.filterHeight, windows.filterWidth];
  return apply('Conv', [images, dy], shape, 'float32', {
    kernel_shape: [windows.outHeight, windows.outWidth],
    strides: attributes.dilations,
    dilations: attributes.strides,
    pads: attributes.pads,
    group: groups,
  });
}
