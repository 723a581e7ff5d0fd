import { broadcast_util } from '@tensorflow/tfjs-core';
import { operation, sameShape, sizeOf } from './node.ts';
import type { GraphNode } from './node.ts';
import { elementwise, expand, gemm, reshape } from './operators.ts';

/** A better node for the same values, or undefined. `usedOnce(i)`: nothing else needs input i. */
export type Rule = (node: GraphNode, usedOnce: (input: number) => boolean) => GraphNode | undefined;

/** Rules by the operator that they look at; the first that applies is taken. */
export const RULES: Readonly<Record<string, readonly Rule[]>> = {
  Reshape: [reshapeOnce],
  Gemm: [transposedGemm],
  Add: [addToGemm, addNegative, withoutExpand],
  Sub: [subtractNegative, withoutExpand],
  Mul: [timesOne, withoutExpand],
  Div: [overOne, withoutExpand],
};

/** Reshape(Reshape(x)) needs one; to the shape it has, none. */
function reshapeOnce({ shape, inputs: [x] }: GraphNode): GraphNode | undefined {
  const source = x.operator === 'Reshape' ? x.inputs[0] : x;
  if (sameShape(source.shape, shape)) return source;
  return source === x ? undefined : reshape(source, shape);
}

/** A transposed operand is read as it lies in memory. */
function transposedGemm({ inputs: [a, b, c], attributes }: GraphNode): GraphNode | undefined {
  const [fromA, fromB] = [a, b].map(transposedFrom);
  if (fromA === undefined && fromB === undefined) return undefined;
  const { transA, transB } = attributes as { transA: number; transB: number };
  return gemm(fromA ?? a, fromB ?? b, {
    transA: (transA === 1) !== (fromA !== undefined),
    transB: (transB === 1) !== (fromB !== undefined),
    ...(c === undefined ? {} : { c }),
  });
}

function transposedFrom({ operator, attributes, inputs: [x] }: GraphNode): GraphNode | undefined {
  if (operator !== 'Transpose') return undefined;
  return (attributes as { perm: readonly number[] }).perm.join() === '1,0' ? x : undefined;
}

/** A B + c with c of one row is what Gemm computes at once. */
function addToGemm(
  { shape, inputs }: GraphNode,
  usedOnce: (i: number) => boolean
): GraphNode | undefined {
  const at = inputs.findIndex(({ operator }) => operator === 'Gemm');
  const [product, c] = at === 0 ? inputs : [inputs[1], inputs[0]];
  if (at < 0 || product.inputs.length > 2 || !usedOnce(at)) return undefined;
  if (
    !sameShape(product.shape, shape) ||
    sizeOf(c.shape) !== shape[1] ||
    c.shape.at(-1) !== shape[1]
  ) {
    return undefined;
  }
  return operation(product, [...product.inputs, c]);
}

/** x + (−y) = x − y. */
function addNegative({ inputs: [a, b] }: GraphNode): GraphNode | undefined {
  if (b.operator === 'Neg') return elementwise('Sub', [a, b.inputs[0]]);
  return a.operator === 'Neg' ? elementwise('Sub', [b, a.inputs[0]]) : undefined;
}

/** x − (−y) = x + y. */
function subtractNegative({ inputs: [a, b] }: GraphNode): GraphNode | undefined {
  return b.operator === 'Neg' ? elementwise('Add', [a, b.inputs[0]]) : undefined;
}

/** 1 · x = x, broadcast to the shape of the product. */
function timesOne({ shape, inputs: [a, b] }: GraphNode): GraphNode | undefined {
  if (isAll(b, 1)) return expand(a, shape);
  return isAll(a, 1) ? expand(b, shape) : undefined;
}

/** x / 1 = x. */
function overOne({ shape, inputs: [a, b] }: GraphNode): GraphNode | undefined {
  return isAll(b, 1) ? expand(a, shape) : undefined;
}

function isAll({ embedded, values }: GraphNode, number: number): boolean {
  return (
    embedded &&
    values!.length > 0 &&
    values!.every((value: number | bigint) => Number(value) === number)
  );
}

/** An operator that broadcasts does not need its operand expanded first. */
function withoutExpand({ operator, shape, inputs }: GraphNode): GraphNode | undefined {
  for (const [i, input] of inputs.entries()) {
    if (input.operator !== 'Expand') continue;
    const smaller = inputs.with(i, input.inputs[0]);
    const shapes = smaller.map((operand) => [...operand.shape]);
    if (
      sameShape(
        shapes.reduce((a, b) => broadcast_util.assertAndGetBroadcastShape(a, b)),
        shape
      )
    ) {
      return elementwise(operator, smaller);
    }
  }
  return undefined;
}
