import { broadcast_util } from '@tensorflow/tfjs-core';
import { cast, elementwise, fill, gemm, matMul, reshape, transpose } from '../graph/operators.ts';
import { sizeOf } from '../graph/node.ts';
import type { GraphNode } from '../graph/node.ts';
import { activated } from './fused-activation.ts';
import type { Activation } from './fused-activation.ts';
import { define } from './define.ts';

interface ProductAttributes {
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

define<ProductAttributes>('BatchMatMul', ({ a, b }, attributes) => product(a, b, attributes));
define<ProductAttributes & Activation>(
  '_FusedMatMul',
  ({ a, b, bias, preluActivationWeights }, attributes) =>
    activated(product(a, b, attributes, bias), attributes, preluActivationWeights)
);

/** Stacks of matrices [.., m, k] times [.., k, n], leading axes broadcast, plus the bias. */
function product(
  a: GraphNode,
  b: GraphNode,
  { transposeA, transposeB }: ProductAttributes,
  bias?: GraphNode
): GraphNode {
  const leads = [a, b].map(({ shape }) => shape.slice(0, -2));
  const lead = broadcast_util.assertAndGetBroadcastShape(leads[0], leads[1]);
  const [m, k] = sides(a, transposeA);
  const [inner, n] = sides(b, transposeB);
  if (inner !== k) {
    throw new Error(
      `matMul: received inner lengths ${k} and ${inner} (shapes [${a.shape.join()}], [${b.shape.join()}]), expected equal ones.`
    );
  }
  const shape = [...lead, m, n];
  if (k === 0) return plus(fill(0, shape, a.dtype), bias);
  const single = leads[0].every(isOne);
  const tall = a.dtype === 'float32' && leads[1].every(isOne) && (single || !transposeA);
  if (!tall) return plus(stackProduct(a, b, { transposeA, transposeB }), bias);
  // One matrix b for all rows of a stack: the stack is one tall matrix.
  const rows = single ? matrix(a) : reshape(a, [sizeOf(lead) * m, k]);
  const c = bias && fits(bias, single ? m : 1, n) ? matrix(bias) : undefined;
  const y = gemm(rows, matrix(b), { transA: transposeA, transB: transposeB, c });
  return plus(reshape(y, shape), c === undefined ? bias : undefined);
}

function stackProduct(
  a: GraphNode,
  b: GraphNode,
  { transposeA, transposeB }: ProductAttributes
): GraphNode {
  const [left, right] = [transposeA ? swapped(a) : a, transposeB ? swapped(b) : b];
  if (a.dtype !== 'bool') return matMul(left, right);
  return cast(matMul(cast(left, 'int32'), cast(right, 'int32')), 'bool');
}

function plus(y: GraphNode, bias: GraphNode | undefined): GraphNode {
  return bias === undefined ? y : elementwise('Add', [y, bias]);
}

/** Whether a bias is broadcast to [rows, n] without making it larger. */
function fits({ shape }: GraphNode, rows: number, n: number): boolean {
  const [row = 1, column = 1] = [shape.at(-2), shape.at(-1)];
  return (
    shape.slice(0, -2).every(isOne) && (row === 1 || row === rows) && (column === 1 || column === n)
  );
}

function isOne(length: number): boolean {
  return length === 1;
}

function sides({ shape }: GraphNode, transposed: boolean): [rows: number, columns: number] {
  // From the end, so that a vector has no rows and is refused.
  const [rows, columns] = [shape.at(-2)!, shape.at(-1)!];
  return transposed ? [columns, rows] : [rows, columns];
}

function matrix(x: GraphNode): GraphNode {
  return x.shape.length <= 2 ? x : reshape(x, x.shape.slice(-2));
}

function swapped(x: GraphNode): GraphNode {
  const axes = x.shape.map((_, axis) => axis);
  return transpose(x, [...axes.slice(0, -2), axes.at(-1)!, axes.at(-2)!]);
}
