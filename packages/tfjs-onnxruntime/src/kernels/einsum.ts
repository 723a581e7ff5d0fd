import { backend_util } from '@tensorflow/tfjs-core';
import { apply, cast, fill } from '../graph/operators.ts';
import { sizeOf } from '../graph/node.ts';
import type { GraphNode } from '../graph/node.ts';
import { define } from './define.ts';
import { asNumbers } from './number-types.ts';

define<{ equation: string }>('Einsum', (operands, { equation }) => {
  const inputs = Object.values(operands);
  const { allDims, summedDims, idDims } = backend_util.decodeEinsumEquation(
    equation,
    inputs.length
  );
  // Its type asks for tensors, but it looks at their shapes only.
  backend_util.checkEinsumDimSizes(allDims.length, idDims, inputs as never);
  const kept = allDims.length - summedDims.length;
  const lengths = Array.from({ length: kept }, (_, label) => lengthOf(label, inputs, idDims));
  const sum = einsum(inputs, equation, lengths);
  // A sum of truth values is a count; a product of them is one of them.
  return inputs[0].dtype === 'bool' && summedDims.length === 0 ? cast(sum, 'bool') : sum;
});

/** The length of the axis that a label names. */
function lengthOf(label: number, inputs: readonly GraphNode[], labels: number[][]): number {
  const operand = labels.findIndex((one) => one.includes(label));
  return inputs[operand].shape[labels[operand].indexOf(label)];
}

function einsum(
  inputs: readonly GraphNode[],
  equation: string,
  shape: readonly number[]
): GraphNode {
  const numbers = inputs.map(asNumbers);
  const [{ dtype }] = numbers;
  // A sum of nothing.
  if (inputs.some((input) => sizeOf(input.shape) === 0)) return fill(0, shape, dtype);
  return apply('Einsum', numbers, shape, dtype, { equation: equation.replace(/\s/g, '') });
}
