import { backend_util, slice_util, util } from '@tensorflow/tfjs-core';
import { cast, concat, reshape, slice, transpose } from '../graph/operators.ts';
import { sizeOf } from '../graph/node.ts';
import type { GraphNode } from '../graph/node.ts';
import { define, defineView } from './define.ts';
import { checkTypes } from './number-types.ts';
import { infoOf } from './tensor-info.ts';

defineView('Reshape', 'x', (from, { shape }) => {
  const size = sizeOf(from);
  const to = util.inferFromImplicitShape(shape, size);
  if (sizeOf(to) === size) return to;
  throw new Error(
    `reshape: received a tensor of shape [${from.join()}] and the shape [${to.join()}], expected ${size} elements in both.`
  );
});
defineView('ExpandDims', 'input', (shape, { dim }) => withAxis(shape, insertedAxis(shape, dim)));
define<{ perm: number[] }>('Transpose', ({ x }, { perm }) => transpose(x, perm));

interface AxisAttributes {
  readonly axis: number;
}

define<AxisAttributes>('Concat', (operands, { axis }) => {
  const inputs = Object.values(operands);
  const [along] = util.parseAxisParam(axis, [...inputs[0].shape]);
  backend_util.assertParamsConsistent(
    inputs.map(({ shape }) => [...shape]),
    along
  );
  const parts = inputs.filter(({ shape }) => sizeOf(shape) > 0);
  // A single part keeps its own type.
  if (parts.length === 1) return parts[0];
  return concat(
    inputs.map((input) => cast(input, inputs[0].dtype)),
    along
  );
});
define<AxisAttributes>('Pack', (operands, { axis }) => {
  const inputs = Object.values(operands);
  const [{ shape }] = inputs;
  checkTypes('stack', inputs);
  for (const input of inputs) util.assertShapesMatch([...shape], [...input.shape], 'stack: ');
  const at = insertedAxis(shape, axis);
  return concat(
    inputs.map((input) => reshape(input, withAxis(shape, at))),
    at
  );
});
define<AxisAttributes>('Unpack', ({ value }, { axis }) => {
  const [along] = util.parseAxisParam(axis, [...value.shape]);
  const shape = value.shape.filter((_, i) => i !== along);
  return Array.from({ length: value.shape[along] }, (_, i) =>
    reshape(section(value, along, i, 1), shape)
  );
});

interface SplitAttributes {
  readonly numOrSizeSplits: number | number[];
  readonly axis: number;
}

define<SplitAttributes>('SplitV', ({ x }, { numOrSizeSplits, axis }) => {
  const [along] = util.parseAxisParam(axis, [...x.shape]);
  const sizes = backend_util.prepareSplitSize(infoOf(x), numOrSizeSplits, along);
  let begin = 0;
  return sizes.map((length) => {
    const part = section(x, along, begin, length);
    begin += length;
    return part;
  });
});

interface SliceAttributes {
  readonly begin: number | number[];
  readonly size: number | number[];
}

define<SliceAttributes>('Slice', ({ x }, attributes) => {
  const [begin, size] = slice_util.parseSliceParams(infoOf(x), attributes.begin, attributes.size);
  slice_util.assertParamsValid(infoOf(x), begin, size);
  const end = begin.map((first, axis) => first + size[axis]);
  return slice(x, begin, end, size);
});

/** Elements begin … begin + length − 1 along one axis. */
function section(x: GraphNode, axis: number, begin: number, length: number): GraphNode {
  const at = (inside: number, outside: (n: number) => number): number[] =>
    x.shape.map((n, i) => (i === axis ? inside : outside(n)));
  const whole = (n: number): number => n;
  return slice(
    x,
    at(begin, () => 0),
    at(begin + length, whole),
    at(length, whole)
  );
}

function insertedAxis(shape: readonly number[], axis: number): number {
  const rank = shape.length;
  if (axis >= -(rank + 1) && axis <= rank) return axis < 0 ? axis + rank + 1 : axis;
  throw new Error(
    `A new axis at ${axis} was asked of a tensor of rank ${rank}, expected ${-(rank + 1)} to ${rank}.`
  );
}

function withAxis(shape: readonly number[], axis: number): number[] {
  return [...shape.slice(0, axis), 1, ...shape.slice(axis)];
}
