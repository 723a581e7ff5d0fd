import { einsum } from '@tensorflow/tfjs-core';
import type { Table } from '../compare.ts';
import { TYPES, numbered, text } from '../operands.ts';

const EQUATIONS: [equation: string, ...shapes: number[][]][] = [
  ['i->i', [3]],
  ['i->', [3]],
  ['ij->ji', [2, 3]],
  ['ij->j', [2, 3]],
  ['ij->', [2, 3]],
  ['bij->bji', [2, 3, 4]],
  ['abcd->dbca', [2, 3, 1, 2]],
  ['i,i->i', [3], [3]],
  ['i,i->', [3], [3]],
  ['i,j->ij', [2], [3]],
  ['i , j -> ji', [2], [3]],
  ['ij,jk->ik', [2, 3], [3, 4]],
  ['ij,jk->ki', [2, 3], [3, 4]],
  ['ij,kj->ik', [2, 3], [4, 3]],
  ['ij,ij->i', [2, 3], [2, 3]],
  ['ij,ij->', [2, 3], [2, 3]],
  ['ij,j->i', [2, 3], [3]],
  ['bij,bjk->bik', [2, 3, 2], [2, 2, 4]],
  ['bij,jk->bik', [2, 3, 2], [2, 4]],
  ['abc,abd->cd', [2, 3, 2], [2, 3, 4]],
  ['abcd,be->acde', [2, 3, 2, 2], [3, 2]],
  ['Ab,bC->AC', [2, 3], [3, 4]],
  ['ij,jk->ik', [2, 0], [0, 3]],
  ['ij,jk->ik', [0, 2], [2, 3]],
  ['ij->i', [2, 0]],
];

/** Sums over named axes. */
export const table: Table = {
  Einsum: TYPES.flatMap((dtype) =>
    EQUATIONS.map(([equation, ...shapes]) => ({
      name: `${dtype} ${equation} of ${text(shapes.flat())}`,
      run: () => einsum(equation, ...shapes.map((shape) => numbered(shape, dtype))),
      // Up to six products are summed, in another order.
      tolerance: 3e-6,
    }))
  ),
};
