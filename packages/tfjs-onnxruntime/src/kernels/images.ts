import type { backend_util } from '@tensorflow/tfjs-core';
import type { Attributes } from '../graph/attributes.ts';
import { apply, slice, transpose } from '../graph/operators.ts';
import type { GraphNode } from '../graph/node.ts';
import { padded } from './padding.ts';

/** The order of the axes of a stack of images: channels last, or second. */
export type DataFormat = 'NHWC' | 'NCHW';

/** Windows that slide over images, as TensorFlow.js works them out. */
export type Windows = backend_util.Conv2DInfo;

/** A stack of images as ONNX takes it, channels second. */
export function channelsSecond(x: GraphNode, format: DataFormat): GraphNode {
  return format === 'NHWC' ? transpose(x, [0, 3, 1, 2]) : x;
}

/** Back to TensorFlow.js's order. */
export function fromChannelsSecond(y: GraphNode, format: DataFormat): GraphNode {
  return format === 'NHWC' ? transpose(y, [0, 2, 3, 1]) : y;
}

/**
 * How much must be added after the last row and column so that the last windows end there.
 *
 * @param windows The windows.
 * @returns Rows and columns; negative where some of the image is not looked at.
 */
export function paddingAfter(windows: Windows): [rows: number, columns: number] {
  const { padInfo, inHeight, inWidth, outHeight, outWidth } = windows;
  const { strideHeight, strideWidth, effectiveFilterHeight, effectiveFilterWidth } = windows;
  return [
    (outHeight - 1) * strideHeight + effectiveFilterHeight - inHeight - padInfo.top,
    (outWidth - 1) * strideWidth + effectiveFilterWidth - inWidth - padInfo.left,
  ];
}

/** Images, channels second, without the rows and columns that no window looks at. */
export function lookedAt(x: GraphNode, windows: Windows): GraphNode {
  const [rows, columns] = paddingAfter(windows);
  const [batch, channels, height, width] = x.shape;
  const size = [batch, channels, height + Math.min(0, rows), width + Math.min(0, columns)];
  return slice(x, [0, 0, 0, 0], size, size);
}

/** The inverse of `lookedAt`: zeros where no window looks, for gradients. */
export function withUnseen(x: GraphNode, windows: Windows): GraphNode {
  const [rows, columns] = paddingAfter(windows).map((n) => Math.max(0, -n));
  const unseen = [
    [0, 0],
    [0, 0],
    [0, rows],
    [0, columns],
  ] as const;
  return padded(x, unseen, 0);
}

/** The largest element of each window on what `lookedAt` returns, and its place in row-major order. */
export function largestInWindows(
  images: GraphNode,
  windows: Windows
): [largest: GraphNode, positions: GraphNode] {
  const shape = windowShape(windows);
  const attributes = windowAttributes(windows);
  return [
    apply('MaxPool', [images], shape, 'float32', attributes),
    apply('MaxPool', [images], shape, 'int64', attributes, 1),
  ];
}

/** ONNX's attributes for windows on what `lookedAt` returns. */
export function windowAttributes(windows: Windows): Attributes {
  const { padInfo, filterHeight, filterWidth, strideHeight, strideWidth } = windows;
  const [rows, columns] = paddingAfter(windows);
  return {
    kernel_shape: [filterHeight, filterWidth],
    strides: [strideHeight, strideWidth],
    dilations: [windows.dilationHeight, windows.dilationWidth],
    pads: [padInfo.top, padInfo.left, Math.max(0, rows), Math.max(0, columns)],
  };
}

/** Shape of what the windows yield, channels second. */
export function windowShape({ batchSize, outChannels, outHeight, outWidth }: Windows): number[] {
  return [batchSize, outChannels, outHeight, outWidth];
}
