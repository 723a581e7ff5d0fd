import { gemm, matMul, reshape, transpose, unary, elementwise } from '../graph/operators.ts';
import type { GraphNode } from '../graph/node.ts';
import { define } from './define.ts';

interface ProductAttributes {
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

/** Product of stacks of matrices [.., m, k] and [.., k, n] with leading axes broadcast. */
function product(a: GraphNode, b: GraphNode, { transposeA, transposeB }: ProductAttributes): GraphNode {
  const leads = [a, b].map(({ shape }) => shape.slice(0, -2));
  if (leads.every((lead) => lead.every((length) => length === 1))) {
    const c = gemm(matrix(a), matrix(b), { transA: transposeA, transB: transposeB });
    const lead = leads[0].length >= leads[1].length ? leads[0] : leads[1];
    return reshape(c, [...lead, ...c.shape]);
  }
  return matMul(transposeA ? swapped(a) : a, transposeB ? swapped(b) : b);
}

function matrix(x: GraphNode): GraphNode {
  return reshape(x, x.shape.slice(-2));
}

function swapped(x: GraphNode): GraphNode {
  const axes = x.shape.map((_, axis) => axis);
  return transpose(x, [...axes.slice(0, -2), axes.at(-1)!, axes.at(-2)!]);
}

define<ProductAttributes>('BatchMatMul', ({ a, b }, attributes) => product(a, b, attributes));
define<ProductAttributes & { activation: string | null }>('_FusedMatMul', ({ a, b, bias }, attributes) => {
  let y = product(a, b, attributes);
  if (bias) y = elementwise('Add', [y, bias]);
  return attributes.activation === 'relu' ? unary('Relu', y) : y;
});
