import { backend_util } from '@tensorflow/tfjs-core';
import { apply, cast } from '../graph/operators.ts';
import { sameShape } from '../graph/node.ts';
import type { GraphNode } from '../graph/node.ts';
import type { Attributes } from '../graph/attributes.ts';
import { define } from './define.ts';
import {
  channelsSecond,
  fromChannelsSecond,
  lookedAt,
  windowAttributes,
  windowShape,
} from './images.ts';
import type { Windows } from './images.ts';

/** TensorFlow.js's attributes of a pooling. */
export interface PoolAttributes {
  readonly filterSize: number | [number, number];
  readonly strides: number | [number, number];
  readonly pad: 'valid' | 'same' | number | backend_util.ExplicitPadding;
  readonly dimRoundingMode?: 'floor' | 'round' | 'ceil';
}

define<PoolAttributes>('AvgPool', ({ x }, attributes) => pooled('AveragePool', x, attributes));
define<PoolAttributes>('MaxPool', ({ x }, attributes) => pooled('MaxPool', x, attributes));

/** The windows of a pooling of images of a shape. */
export function poolWindows(
  images: readonly number[],
  { filterSize, strides, pad, dimRoundingMode }: PoolAttributes
): Windows {
  return backend_util.computePool2DInfo(
    images as [number, number, number, number],
    filterSize,
    strides,
    1,
    pad,
    dimRoundingMode
  );
}

/** The average or largest element of each window; elements beyond the border do not count. */
function pooled(operator: string, x: GraphNode, attributes: PoolAttributes): GraphNode {
  const windows = poolWindows(x.shape, attributes);
  const single = windows.filterHeight === 1 && windows.filterWidth === 1;
  if (single && sameShape(windows.outShape, x.shape)) return x;
  checkOverlap(operator === 'MaxPool' ? 'maxPool' : 'avgPool', windows);
  const images = lookedAt(channelsSecond(cast(x, 'float32'), 'NHWC'), windows);
  const y = apply(operator, [images], windowShape(windows), 'float32', windowAttributes(windows));
  return cast(fromChannelsSecond(y, 'NHWC'), x.dtype);
}

/** Refuses windows that may hold nothing but padding. */
export function checkOverlap(name: string, windows: Windows): void {
  const { kernel_shape: window, pads } = windowAttributes(windows) as Attributes & {
    kernel_shape: number[];
    pads: number[];
  };
  if (pads.every((padding, i) => padding < window[i % 2])) return;
  throw new Error(
    `${name}: received windows of [${window.join()}] and padding of [${pads.join()}], expected less padding than a window is long, since a window of nothing has no value; use tf.pad for more.`
  );
}
