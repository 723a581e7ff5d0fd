import { cast, constant, elementwise, scalar, where } from '../graph/operators.ts';
import type { GraphNode } from '../graph/node.ts';
import { define } from './define.ts';
import { channelsSecond, fromChannelsSecond, largestInWindows, lookedAt } from './images.ts';
import type { Windows } from './images.ts';
import { isNotANumber } from './number-types.ts';
import { checkOverlap, poolWindows } from './pooling.ts';
import type { PoolAttributes } from './pooling.ts';

interface PositionAttributes extends PoolAttributes {
  readonly includeBatchInIndex: boolean;
}

define<PositionAttributes>('MaxPoolWithArgmax', ({ x }, attributes) => {
  const windows = poolWindows(x.shape, attributes);
  checkOverlap('maxPoolWithArgmax', windows);
  const real = cast(x, 'float32');
  // ONNX Runtime takes NaN for the largest where it also yields positions, TensorFlow.js never does.
  const numbers = where(isNotANumber(real), scalar(-Infinity), real);
  const images = lookedAt(channelsSecond(numbers, 'NHWC'), windows);
  const [largest, positions] = largestInWindows(images, windows);
  const [, , height, width] = images.shape;
  const pixels = pixelsOf(positions, { height, width, whole: windows.inWidth });
  const indices = withChannels(pixels, windows, attributes.includeBatchInIndex);
  return [
    cast(fromChannelsSecond(largest, 'NHWC'), x.dtype),
    fromChannelsSecond(cast(indices, 'int32'), 'NHWC'),
  ];
});

/** The number of the pixel in its image, of which ONNX saw only a part of each row. */
function pixelsOf(
  positions: GraphNode,
  { height, width, whole }: { height: number; width: number; whole: number }
): GraphNode {
  const pixels = integer('Mod', positions, height * width);
  if (width === whole) return pixels;
  const rows = integer('Mul', integer('Div', pixels, width), whole);
  return elementwise('Add', [rows, integer('Mod', pixels, width)]);
}

/** TensorFlow.js counts the elements of a pixel, then the pixels, then, if asked to, the images. */
function withChannels(
  pixels: GraphNode,
  { batchSize, inHeight, inWidth, inChannels }: Windows,
  includeBatch: boolean
): GraphNode {
  const images = includeBatch ? batchSize : 1;
  const first = Array.from(
    { length: images },
    (_, image) => image * inHeight * inWidth * inChannels
  );
  const offsets = first.flatMap((offset) =>
    Array.from({ length: inChannels }, (_, channel) => offset + channel)
  );
  const origin = constant(offsets, [images, inChannels, 1, 1], 'int64');
  return elementwise('Add', [integer('Mul', pixels, inChannels), origin]);
}

function integer(operator: string, x: GraphNode, by: number): GraphNode {
  return elementwise(operator, [x, scalar(by, 'int64')]);
}
