import { apply, elementwise, reshape, scalar, unary } from '../graph/operators.ts';
import { sizeOf } from '../graph/node.ts';
import type { GraphNode } from '../graph/node.ts';
import { define } from './define.ts';

// ONNX's BatchNormalization is slower on channels-last data, and loses digits where |mean| is much larger than the
// deviation, since it computes x f + (offset − mean f).
define<{ varianceEpsilon?: number | null }>(
  'FusedBatchNorm',
  ({ x, mean, variance, scale, offset }, { varianceEpsilon }) => {
    const deviation = unary(
      'Sqrt',
      elementwise('Add', [variance, scalar(varianceEpsilon ?? 0.001)])
    );
    const centred = elementwise('Sub', [x, mean]);
    const scaled =
      scale === undefined
        ? elementwise('Div', [centred, deviation])
        : elementwise('Mul', [centred, elementwise('Div', [scale, deviation])]);
    return offset === undefined ? scaled : elementwise('Add', [scaled, offset]);
  }
);

interface LocalResponseAttributes {
  readonly depthRadius: number;
  readonly bias: number;
  readonly alpha: number;
  readonly beta: number;
}

define<LocalResponseAttributes>('LRN', ({ x }, attributes) =>
  elementwise('Mul', [x, power(norm(x, attributes), -attributes.beta)])
);

define<LocalResponseAttributes>('LRNGrad', ({ x, y, dy }, attributes) => {
  const { alpha, beta, depthRadius } = attributes;
  const z = norm(x, attributes);
  const direct = elementwise('Mul', [dy, power(z, -beta)]);
  const shares = elementwise('Div', [elementwise('Mul', [dy, y]), z]);
  const around = times(elementwise('Mul', [x, windowSum(shares, depthRadius)]), 2 * alpha * beta);
  return elementwise('Sub', [direct, around]);
});

/** bias + α Σ x² over the channels within the radius. */
function norm(x: GraphNode, { depthRadius, bias, alpha }: LocalResponseAttributes): GraphNode {
  const sum = windowSum(elementwise('Mul', [x, x]), depthRadius);
  return elementwise('Add', [times(sum, alpha), scalar(bias)]);
}

/** Sum over the channels (the last axis) within a radius of each. */
function windowSum(x: GraphNode, radius: number): GraphNode {
  const channels = x.shape.at(-1)!;
  const reach = Math.min(Math.floor(radius), channels - 1);
  const window = 2 * reach + 1;
  const rows = reshape(x, [sizeOf(x.shape.slice(0, -1)), 1, channels]);
  const mean = apply('AveragePool', [rows], rows.shape, rows.dtype, {
    kernel_shape: [window],
    pads: [reach, reach],
    count_include_pad: 1,
  });
  return times(reshape(mean, x.shape), window);
}

function times(x: GraphNode, factor: number): GraphNode {
  return elementwise('Mul', [x, scalar(factor)]);
}

function power(x: GraphNode, exponent: number): GraphNode {
  return elementwise('Pow', [x, scalar(exponent)]);
}
