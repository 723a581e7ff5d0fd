import { backend_util } from '@tensorflow/tfjs-core';
import { reshape, slice, transpose } from '../graph/operators.ts';
import { sizeOf } from '../graph/node.ts';
import { define } from './define.ts';
import { padded } from './padding.ts';

const { getReshaped, getPermuted, getReshapedPermuted, getSliceBeginCoords, getSliceSize } =
  backend_util;

interface BatchToSpaceAttributes {
  readonly blockShape: number[];
  readonly crops: number[][];
}

define<BatchToSpaceAttributes>('BatchToSpaceND', ({ x }, { blockShape, crops }) => {
  const block = sizeOf(blockShape);
  const split = getReshaped([...x.shape], blockShape, block);
  const merged = getReshapedPermuted([...x.shape], blockShape, block);
  const moved = transpose(reshape(x, split), getPermuted(split.length, blockShape.length));
  // Both stop at the last axis that is cropped.
  const first = getSliceBeginCoords(crops, blockShape.length);
  const lengths = getSliceSize(merged, crops, blockShape.length);
  const begin = merged.map((_, axis) => first[axis] ?? 0);
  const size = merged.map((n, axis) => lengths[axis] ?? n);
  const end = size.map((length, axis) => begin[axis] + length);
  return slice(reshape(moved, merged), begin, end, size);
});

interface SpaceToBatchAttributes {
  readonly blockShape: number[];
  readonly paddings: [number, number][];
}

define<SpaceToBatchAttributes>('SpaceToBatchND', ({ x }, { blockShape, paddings }) => {
  const block = sizeOf(blockShape);
  const complete = x.shape.map((_, axis): [number, number] => paddings[axis - 1] ?? [0, 0]);
  const larger = padded(x, complete, 0);
  const split = getReshaped([...larger.shape], blockShape, block, false);
  const moved = transpose(
    reshape(larger, split),
    getPermuted(split.length, blockShape.length, false)
  );
  return reshape(moved, getReshapedPermuted([...larger.shape], blockShape, block, false));
});

interface DepthToSpaceAttributes {
  readonly blockSize: number;
  readonly dataFormat: 'NHWC' | 'NCHW';
}

define<DepthToSpaceAttributes>('DepthToSpace', ({ x }, { blockSize, dataFormat }) => {
  if (dataFormat !== 'NHWC') {
    throw new Error(`depthToSpace: received the data format ${dataFormat}, expected NHWC.`);
  }
  const [batch, height, width, depth] = x.shape;
  const channels = depth / blockSize ** 2;
  const split = reshape(x, [batch, height, width, blockSize, blockSize, channels]);
  const moved = transpose(split, [0, 1, 3, 2, 4, 5]);
  return reshape(moved, [batch, height * blockSize, width * blockSize, channels]);
});
