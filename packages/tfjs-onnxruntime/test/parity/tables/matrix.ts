import { fused, matMul, tensor2d } from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Table } from '../compare.ts';
import { numbered, text } from '../operands.ts';

type Product = [a: number[], b: number[], transposeA?: boolean, transposeB?: boolean];

// The cpu backend takes matrix i modulo the number of each operand, so leading axes that are broadcast
// against each other, as in [2,1] with [1,3] or [2,3] with [2,1], come out wrong there and are tested apart.
const PRODUCTS: Product[] = [
  [
    [2, 3],
    [3, 2],
  ],
  [[3, 2], [3, 4], true],
  [[2, 3], [4, 3], false, true],
  [[3, 2], [4, 3], true, true],
  [
    [1, 1],
    [1, 1],
  ],
  [
    [5, 1],
    [1, 3],
  ],
  [
    [1, 7],
    [7, 1],
  ],
  [
    [2, 0],
    [0, 3],
  ],
  [[0, 2], [0, 3], true],
  [
    [0, 3],
    [3, 2],
  ],
  [
    [2, 3],
    [3, 0],
  ],
  [
    [1, 2, 3],
    [1, 3, 2],
  ],
  [
    [1, 1, 2, 3],
    [3, 2],
  ],
  [
    [2, 3],
    [1, 1, 3, 2],
  ],
  [
    [4, 2, 3],
    [4, 3, 2],
  ],
  [[4, 3, 2], [4, 3, 5], true],
  [[4, 2, 3], [4, 5, 3], false, true],
  [[4, 3, 2], [4, 5, 3], true, true],
  [
    [4, 2, 3],
    [3, 5],
  ],
  [[4, 2, 3], [5, 3], false, true],
  [[4, 3, 2], [3, 5], true],
  [
    [4, 2, 3],
    [1, 3, 5],
  ],
  [
    [2, 3],
    [4, 3, 5],
  ],
  [
    [2, 3, 2, 3],
    [3, 3, 2],
  ],
  [
    [2, 3, 2, 3],
    [2, 3, 3, 2],
  ],
  [
    [2, 3, 2, 3],
    [1, 1, 3, 4],
  ],
  [
    [2, 1, 3, 2, 3],
    [2, 1, 3, 3, 2],
  ],
  [
    [1, 2, 1, 2, 2, 3],
    [3, 4],
  ],
  [
    [3, 2, 0],
    [3, 0, 4],
  ],
  [
    [0, 2, 3],
    [0, 3, 2],
  ],
  [
    [33, 65],
    [65, 17],
  ],
];

/** Sums of up to 65 products of up to ±3000 are exact to 65 roundings of the largest partial sum. */
const SUMS = 2e-5;

const BIASES: [a: number[], b: number[], bias: number[]][] = [
  [[2, 3], [3, 4], [4]],
  [[2, 3], [3, 4], [1]],
  [[2, 3], [3, 4], []],
  [
    [2, 3],
    [3, 4],
    [2, 4],
  ],
  [
    [2, 3],
    [3, 4],
    [2, 1],
  ],
  [
    [2, 3],
    [3, 4],
    [1, 4],
  ],
  [[2, 0], [0, 4], [4]],
  [[0, 3], [3, 4], [4]],
  [[1, 2, 3], [1, 3, 4], [4]],
  [[5, 2, 3], [1, 3, 4], [4]],
  [
    [5, 2, 3],
    [1, 3, 4],
    [2, 4],
  ],
  [[5, 2, 3], [5, 3, 4], [4]],
  [
    [5, 2, 3],
    [5, 3, 4],
    [5, 2, 4],
  ],
];

const ACTIVATIONS = ['linear', 'relu', 'relu6', 'elu', 'sigmoid', 'leakyrelu'] as const;

const SPECIAL = [NaN, Infinity, -Infinity, 0, -1, 7, 3, -30];

/** Special values each alone in a sum, so that they reach the activation. */
function special(): Tensor {
  return tensor2d(SPECIAL, [8, 1]);
}

/** Products of matrices. */
export const table: Table = {
  BatchMatMul: PRODUCTS.flatMap(([a, b, transposeA = false, transposeB = false]) =>
    (['float32', 'int32'] as const).map((dtype) => ({
      name: `${dtype} ${text(a)}${transposeA ? 'ᵀ' : ''} times ${text(b)}${transposeB ? 'ᵀ' : ''}`,
      run: () => matMul(numbered(a, dtype), numbered(b, dtype), transposeA, transposeB),
      tolerance: SUMS,
    }))
  ).concat([
    {
      name: 'NaN and infinities',
      run: () => matMul(tensor2d([1, NaN, Infinity, 2], [2, 2]), tensor2d([1, 0, 0, 1], [2, 2])),
      tolerance: SUMS,
    },
  ]),
  _FusedMatMul: [
    ...BIASES.map(([a, b, bias]) => ({
      name: `${text(a)} times ${text(b)} plus ${text(bias)}`,
      run: () => fused.matMul({ a: numbered(a), b: numbered(b), bias: numbered(bias) }),
    })),
    ...[false, true].flatMap((transposeA) =>
      [false, true].map((transposeB) => ({
        name: `transposed ${transposeA}, ${transposeB}`,
        run: () => {
          const a = numbered(transposeA ? [3, 2] : [2, 3]);
          const b = numbered(transposeB ? [4, 3] : [3, 4]);
          return fused.matMul({ a, b, transposeA, transposeB, bias: numbered([4]) });
        },
      }))
    ),
    ...ACTIVATIONS.flatMap((activation) => [
      {
        name: activation,
        run: () =>
          fused.matMul({
            a: numbered([2, 3]),
            b: numbered([3, 4]),
            bias: numbered([4]),
            activation,
          }),
      },
      {
        name: `${activation} of NaN, infinities and numbers far from 0`,
        run: () => fused.matMul({ a: special(), b: tensor2d([1], [1, 1]), activation }),
      },
    ]),
    ...[0, 0.3, 1.5].map((leakyreluAlpha) => ({
      name: `leakyrelu with slope ${leakyreluAlpha}`,
      run: () =>
        fused.matMul({
          a: numbered([2, 3]),
          b: numbered([3, 4]),
          activation: 'leakyrelu',
          leakyreluAlpha,
        }),
    })),
    ...[[4], [1], [2, 4]].map((shape) => ({
      name: `prelu with slopes ${text(shape)}`,
      run: () =>
        fused.matMul({
          a: numbered([2, 3]),
          b: numbered([3, 4]),
          activation: 'prelu',
          preluActivationWeights: numbered(shape),
        }),
    })),
    {
      name: 'prelu after a bias on a stack',
      run: () =>
        fused.matMul({
          a: numbered([2, 2, 3]),
          b: numbered([1, 3, 4]),
          bias: numbered([4]),
          activation: 'prelu',
          preluActivationWeights: numbered([4]),
        }),
    },
  ],
};
