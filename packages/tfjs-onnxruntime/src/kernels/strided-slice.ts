import { slice_util, util } from '@tensorflow/tfjs-core';
import { reshape, slice } from '../graph/operators.ts';
import type { GraphNode } from '../graph/node.ts';
import { define } from './define.ts';

interface StridedSliceAttributes {
  readonly begin: number[];
  readonly end: number[];
  readonly strides: number[];
  readonly beginMask: number;
  readonly endMask: number;
  readonly ellipsisMask: number;
  readonly newAxisMask: number;
  readonly shrinkAxisMask: number;
}

define<StridedSliceAttributes>('StridedSlice', ({ x }, attributes) => {
  const { begin, end, strides, finalShape } = slice_util.sliceInfo(
    [...x.shape],
    attributes.begin,
    attributes.end,
    attributes.strides,
    attributes.beginMask,
    attributes.endMask,
    attributes.ellipsisMask,
    attributes.newAxisMask,
    attributes.shrinkAxisMask
  );
  return reshape(stridedSlice(x, begin, end, strides), finalShape);
});

define<{ dims: number | number[] }>('Reverse', ({ x }, { dims }) =>
  reversed(x, util.parseAxisParam(dims, [...x.shape]))
);
define('FlipLeftRight', ({ image }) => reversed(image, [2]));

function reversed(x: GraphNode, axes: readonly number[]): GraphNode {
  const sections = x.shape.map((n, axis) => (axes.includes(axis) ? [n - 1, -1, -1] : [0, n, 1]));
  const [begin, end, strides] = [0, 1, 2].map((part) => sections.map((section) => section[part]));
  return stridedSlice(x, begin, end, strides);
}

/** From begin to before end; an end of −1 with a negative stride means down to the first element. */
function stridedSlice(
  x: GraphNode,
  begin: readonly number[],
  end: readonly number[],
  strides: readonly number[]
): GraphNode {
  const size = begin.map((first, axis) =>
    Math.max(0, Math.ceil((end[axis] - first) / strides[axis]))
  );
  if (strides.every((stride) => stride === 1)) return slice(x, begin, end, size);
  // ONNX counts a negative end from the back.
  const stop = end.map((last, axis) => (last < 0 ? -x.shape[axis] - 1 : last));
  return slice(x, begin, stop, size, strides);
}
