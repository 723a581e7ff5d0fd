import { add, div, maximum, mul, neg, sqrt, sub } from '@tensorflow/tfjs-core';
import type { Scalar, Tensor2D } from '@tensorflow/tfjs-core';

/** A number per event, or 0. */
export type Entry = Tensor2D | undefined;
/** A matrix per event; entries [n, 1]. */
export type SparseMatrix = readonly (readonly Entry[])[];

/** Least square of a diagonal element of the Cholesky factor, where rounding decides. */
const LEAST_PIVOT = 1e-6;

/**
 * Lower half of Jᵀ W J + Λ.
 *
 * @param slopes J: rows are conditions, columns unknowns.
 * @param weights W: one number per condition.
 * @param prior Λ: one number per unknown.
 */
export function precisionMatrix(
  slopes: SparseMatrix,
  weights: readonly Scalar[],
  prior: readonly Tensor2D[]
): SparseMatrix {
  return prior.map((own, i) =>
    Array.from({ length: i + 1 }, (_, j) =>
      slopes.reduce<Entry>(
        (sum, row, condition) => sumOf(sum, product(product(row[i], row[j]), weights[condition])),
        i === j ? own : undefined
      )
    )
  );
}

/**
 * Cholesky factor C of a symmetric positive matrix: P = C Cᵀ.
 *
 * @param matrix Lower half of P.
 * @returns Lower half of C; its diagonal is never 0.
 */
export function choleskyFactor(matrix: SparseMatrix): SparseMatrix {
  const factor: Entry[][] = [];
  for (let i = 0; i < matrix.length; ++i) {
    factor.push([]);
    for (let j = 0; j <= i; ++j) {
      let rest = matrix[i][j];
      for (let k = 0; k < j; ++k) rest = minus(rest, product(factor[i][k], factor[j][k]));
      factor[i].push(i === j ? sqrt(maximum(rest!, LEAST_PIVOT)) : ratio(rest, factor[j][j]!));
    }
  }
  return factor;
}

/** Solves C y = b. */
export function solveForward(factor: SparseMatrix, b: readonly Entry[]): Entry[] {
  const y: Entry[] = [];
  factor.forEach((row, i) => {
    let rest = b[i];
    for (let k = 0; k < i; ++k) rest = minus(rest, product(row[k], y[k]));
    y.push(ratio(rest, row[i]!));
  });
  return y;
}

/** Solves Cᵀ x = y; entries of y may be [n, S]. */
export function solveBackward(factor: SparseMatrix, y: readonly Entry[]): Entry[] {
  const x: Entry[] = Array.from({ length: y.length });
  for (let i = y.length - 1; i >= 0; --i) {
    let rest = y[i];
    for (let k = i + 1; k < y.length; ++k) rest = minus(rest, product(factor[k][i], x[k]));
    x[i] = ratio(rest, factor[i][i]!);
  }
  return x;
}

/** a + b. */
export function sumOf(a: Entry, b: Entry): Entry {
  return a === undefined ? b : b === undefined ? a : add(a, b);
}

/** a b. */
export function product(a: Entry, b: Tensor2D | Scalar | undefined): Entry {
  return a === undefined || b === undefined ? undefined : mul(a, b);
}

function minus(a: Entry, b: Entry): Entry {
  return b === undefined ? a : a === undefined ? neg(b) : sub(a, b);
}

function ratio(a: Entry, b: Tensor2D): Entry {
  return a === undefined ? undefined : div(a, b);
}
