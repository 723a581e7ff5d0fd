import { backend_util } from '@tensorflow/tfjs-core';
import { apply, elementwise, fill, reshape, transpose } from '../graph/operators.ts';
import { sizeOf } from '../graph/node.ts';
import type { GraphNode } from '../graph/node.ts';
import { define } from './define.ts';
import type { Operands } from './define.ts';
import { activated } from './fused-activation.ts';
import type { Activation } from './fused-activation.ts';
import {
  channelsSecond,
  fromChannelsSecond,
  lookedAt,
  windowAttributes,
  windowShape,
} from './images.ts';
import type { DataFormat, Windows } from './images.ts';

/** TensorFlow.js's attributes of a convolution. */
export interface ConvolutionAttributes {
  readonly strides: number | [number, number];
  readonly pad: 'valid' | 'same' | number | backend_util.ExplicitPadding;
  /** Depthwise gradients have none: their channels are last. */
  readonly dataFormat?: DataFormat;
  readonly dilations?: number | [number, number] | null;
  readonly dimRoundingMode?: 'floor' | 'round' | 'ceil';
}

/** The windows of a convolution of images of a shape with filters [height, width, channels, …]. */
export function convolutionWindows(
  images: readonly number[],
  filter: readonly number[],
  { strides, pad, dataFormat = 'NHWC', dilations, dimRoundingMode }: ConvolutionAttributes,
  depthwise: boolean
): Windows {
  return backend_util.computeConv2DInfo(
    images as Shape,
    filter as Shape,
    strides,
    dilations ?? 1,
    pad,
    dimRoundingMode,
    depthwise,
    backend_util.convertConv2DDataFormat(dataFormat)
  );
}

type Shape = [number, number, number, number];
type Convolution = (operands: Operands, attributes: ConvolutionAttributes) => GraphNode;

define<ConvolutionAttributes>('Conv2D', convolution(false));
define<ConvolutionAttributes>('DepthwiseConv2dNative', convolution(true));
define<ConvolutionAttributes & Activation>('FusedConv2D', fusedConvolution(false));
define<ConvolutionAttributes & Activation>('FusedDepthwiseConv2D', fusedConvolution(true));

function convolution(depthwise: boolean): Convolution {
  return ({ x, filter }, attributes) => {
    const { dataFormat = 'NHWC' } = attributes;
    const windows = convolutionWindows(x.shape, filter.shape, attributes, depthwise);
    const shape = windowShape(windows);
    // Images without a pixel still have padding to look at.
    if (sizeOf(x.shape) === 0) return fromChannelsSecond(fill(0, shape, 'float32'), dataFormat);
    const images = lookedAt(channelsSecond(x, dataFormat), windows);
    const weights = depthwise ? depthwiseFilter(filter) : transpose(filter, [3, 2, 0, 1]);
    const y = apply('Conv', [images, weights], shape, 'float32', {
      ...windowAttributes(windows),
      group: depthwise ? windows.inChannels : 1,
    });
    return fromChannelsSecond(y, dataFormat);
  };
}

/** Filters [height, width, channels, multiplier] as ONNX's [channels × multiplier, 1, height, width]. */
export function depthwiseFilter(filter: GraphNode): GraphNode {
  const [height, width, channels, multiplier] = filter.shape;
  return reshape(transpose(filter, [2, 3, 0, 1]), [channels * multiplier, 1, height, width]);
}

function fusedConvolution(
  depthwise: boolean
): (operands: Operands, attributes: ConvolutionAttributes & Activation) => GraphNode {
  const convolve = convolution(depthwise);
  return ({ x, filter, bias, preluActivationWeights: slopes }, attributes) => {
    const { dataFormat = 'NHWC' } = attributes;
    const y = convolve({ x, filter }, attributes);
    const shifted = bias ? elementwise('Add', [y, perChannel(bias, dataFormat)]) : y;
    return activated(shifted, attributes, slopes && perChannel(slopes, dataFormat));
  };
}

/** One number per channel, where channels are not the last axis. */
function perChannel(x: GraphNode, format: DataFormat): GraphNode {
  return format === 'NCHW' && x.shape.length === 1 ? reshape(x, [x.shape[0], 1, 1]) : x;
}
