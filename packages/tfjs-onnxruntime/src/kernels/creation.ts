import { util } from '@tensorflow/tfjs-core';
import { expand, fill } from '../graph/operators.ts';
import { leaf, sizeOf } from '../graph/node.ts';
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

/** Below this size a tensor of equal elements is written out, so that it can be read at once. */
const WRITTEN_OUT = 64;

/** 0 and 1 belong to the graph; any other value may be another one next time, so it is fed. */
function filled(value: number, shape: readonly number[], dtype: ElementType): GraphNode {
  const size = sizeOf(shape);
  if (size < WRITTEN_OUT) return written(arrayOf(dtype, size).fill(value), shape, dtype);
  if (value === 0 || value === 1) return fill(value, shape, dtype);
  return expand(written(arrayOf(dtype, 1).fill(value), [], dtype), shape);
}

/** TensorFlow.js counts down if start lies above stop and the step was not set. */
function rangeLength(start: number, stop: number, step: number): number {
  const never = start === stop || (start < stop && step < 0) || (stop < start && step > 1);
  return never ? 0 : Math.abs(Math.ceil((stop - start) / step));
}

/** start, start + step, …; rounded to the element type at each step, as on the other backends. */
function steps(start: number, step: number, length: number, dtype: ElementType): GraphNode {
  const values = arrayOf(dtype, length);
  values[0] = start;
  for (let i = 1; i < length; ++i) values[i] = values[i - 1] + step;
  return written(values, [length], dtype);
}

function written(values: Values, shape: readonly number[], dtype: ElementType): GraphNode {
  return leaf(values, shape, dtype, { fromHost: true });
}

function arrayOf(dtype: ElementType, length: number): Float32Array | Int32Array | Uint8Array {
  if (dtype === 'float32') return new Float32Array(length);
  return dtype === 'int32' ? new Int32Array(length) : new Uint8Array(length);
}

function elementType(dtype: string): ElementType {
  if (dtype === 'float32' || dtype === 'int32' || dtype === 'bool') return dtype;
  throw new Error(
    `A tensor of type ${dtype} was asked of the onnxruntime backend, expected float32, int32 or bool; use tf.setBackend('cpu') for it.`
  );
}
