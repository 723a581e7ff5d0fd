import { util } from '@tensorflow/tfjs-core';
import { expand, fill } from '../graph/operators.ts';
import { SPLAT_SIZE, elementType, leaf, sizeOf, typedArray } from '../graph/node.ts';
import type { ElementType, GraphNode, Values } from '../graph/node.ts';
import { define } from './define.ts';

define('ZerosLike', ({ x }) => fill(0, x.shape, x.dtype));
define('OnesLike', ({ x }) => fill(1, x.shape, x.dtype));

interface FillAttributes {
  readonly shape: number[];
  readonly value: number;
  readonly dtype?: string;
}

define<FillAttributes>('Fill', (_, { shape, value, dtype = util.inferDtype(value) }) =>
  filled(value, shape, elementType(dtype))
);

interface RangeAttributes {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  readonly dtype: string;
}

define<RangeAttributes>('Range', (_, { start, stop, step, dtype }) => {
  const length = rangeLength(start, stop, step);
  const signed = stop < start && step === 1 ? -1 : step;
  return steps(start, signed, length, elementType(dtype));
});

interface LinSpaceAttributes {
  readonly start: number;
  readonly stop: number;
  readonly num: number;
}

define<LinSpaceAttributes>('LinSpace', (_, { start, stop, num }) =>
  steps(start, (stop - start) / (num - 1), num, 'float32')
);

/** 0 and 1 belong to the graph; any other value may be another one next time, so it is fed. */
function filled(value: number, shape: readonly number[], dtype: ElementType): GraphNode {
  const size = sizeOf(shape);
  if (size < SPLAT_SIZE) return written(typedArray(dtype, size).fill(value), shape, dtype);
  if (value === 0 || value === 1) return fill(value, shape, dtype);
  return expand(written(typedArray(dtype, 1).fill(value), [], dtype), shape);
}

/** TensorFlow.js counts down if start lies above stop and the step was not set. */
function rangeLength(start: number, stop: number, step: number): number {
  const never = start === stop || (start < stop && step < 0) || (stop < start && step > 1);
  return never ? 0 : Math.abs(Math.ceil((stop - start) / step));
}

/** start, start + step, …; rounded to the element type at each step, as on the other backends. */
function steps(start: number, step: number, length: number, dtype: ElementType): GraphNode {
  const values = typedArray(dtype, length);
  values[0] = start;
  for (let i = 1; i < length; ++i) values[i] = values[i - 1] + step;
  return written(values, [length], dtype);
}

function written(values: Values, shape: readonly number[], dtype: ElementType): GraphNode {
  return leaf(values, shape, dtype, { fromHost: true });
}
