import { slice_util, util } from '@tensorflow/tfjs-core';
import { concat, reshape, slice, transpose } from '../graph/operators.ts';
import type { GraphNode } from '../graph/node.ts';
import { define, defineView } from './define.ts';

defineView<{ shape: number[] }>('Reshape', 'x', (from, { shape }) =>
  util.inferFromImplicitShape(shape, util.sizeFromShape(from))
);
defineView<{ dim: number }>('ExpandDims', 'input', (shape, { dim }) => {
  const at = dim < 0 ? dim + shape.length + 1 : dim;
  return [...shape.slice(0, at), 1, ...shape.slice(at)];
});
define<{ perm: number[] }>('Transpose', ({ x }, { perm }) => transpose(x, perm));
define<{ begin: number | number[]; size: number | number[] }>('Slice', ({ x }, { begin, size }) => {
  const [first, shape] = slice_util.parseSliceParams({ shape: [...x.shape] } as never, begin, size);
  const end = first.map((start: number, axis: number) => start + shape[axis]);
  return slice(x, first, end, shape);
});
define<{ axis: number }>('Concat', (operands, { axis }) => {
  const inputs = Object.values(operands);
  return concat(inputs, util.parseAxisParam(axis, [...inputs[0].shape])[0]);
});
define<{ axis: number }>('Unpack', ({ value }, { axis }) => {
  const [along] = util.parseAxisParam(axis, [...value.shape]);
  return Array.from({ length: value.shape[along] }, (_, i) => element(value, along, i));
});
define<{ axis: number }>('Pack', (operands, { axis }) => {
  const inputs = Object.values(operands);
  const at = axis < 0 ? axis + inputs[0].shape.length + 1 : axis;
  const shape = [...inputs[0].shape.slice(0, at), 1, ...inputs[0].shape.slice(at)];
  return concat(inputs.map((input) => reshape(input, shape)), at);
});

function element(x: GraphNode, axis: number, i: number): GraphNode {
  const begin = x.shape.map((_, along) => (along === axis ? i : 0));
  const end = x.shape.map((length, along) => (along === axis ? i + 1 : length));
  const size = x.shape.map((length, along) => (along === axis ? 1 : length));
  return reshape(slice(x, begin, end, size), x.shape.filter((_, along) => along !== axis));
}
