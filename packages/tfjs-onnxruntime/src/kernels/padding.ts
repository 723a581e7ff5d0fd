import { fill, gather, integers, pad, scalar } from '../graph/operators.ts';
import { sizeOf } from '../graph/node.ts';
import type { GraphNode } from '../graph/node.ts';
import { define } from './define.ts';

/** Number of elements added before and after, for each axis. */
export type Paddings = readonly (readonly [number, number])[];

interface PadAttributes {
  readonly paddings: [number, number][];
  readonly constantValue: number;
}

define<PadAttributes>('PadV2', ({ x }, { paddings, constantValue }) =>
  padded(x, paddings, constantValue)
);

/**
 * A tensor with equal elements round it.
 *
 * @param x Of any shape.
 * @param paddings For each axis of x.
 * @param value Of the added elements.
 * @returns A node.
 */
export function padded(x: GraphNode, paddings: Paddings, value: number): GraphNode {
  if (paddings.every(([before, after]) => before === 0 && after === 0)) return x;
  const shape = x.shape.map((n, axis) => paddings[axis][0] + n + paddings[axis][1]);
  if (sizeOf(x.shape) === 0) return fill(value, shape, x.dtype);
  return pad(x, paddings, scalar(value, x.dtype));
}

interface MirrorPadAttributes {
  readonly paddings: [number, number][];
  readonly mode: 'reflect' | 'symmetric';
}

define<MirrorPadAttributes>('MirrorPad', ({ x }, { paddings, mode }) => {
  // `symmetric` repeats the elements at the border, `reflect` does not.
  const beyond = mode === 'symmetric' ? 1 : 0;
  return paddings.reduce((y, [before, after], axis) => {
    if (before === 0 && after === 0) return y;
    const n = x.shape[axis];
    const positions = Array.from({ length: before + n + after }, (_, i) =>
      mirrored(i - before, n, beyond)
    );
    return gather(y, integers(positions), axis);
  }, x);
});

function mirrored(position: number, length: number, beyond: number): number {
  if (position < 0) return -position - beyond;
  return position < length ? position : 2 * (length - 1) - position + beyond;
}
