import { CHAIN, type Problem } from '../../src/m2/problem.ts';

type Vector = readonly [number, number, number, number];

/** Product of two four-momenta. */
export function dot(p: Vector, q: Vector): number {
  return p[0] * q[0] - p[1] * q[1] - p[2] * q[2] - p[3] * q[3];
}

/** o or c of a chain. */
export function vector(chain: Float64Array, at: number): Vector {
  return [chain[at], chain[at + 1], chain[at + 2], chain[at + 3]];
}

/**
 * The k₂ that follows from k₁ by the linear conditions: common levels Y and W, and k₁T + k₂T = P.
 *
 * Four equations for four components, by Gaussian elimination.
 */
export function secondMomentum(
  first: Float64Array,
  second: Float64Array,
  ptmiss: Problem['ptmiss'],
  k1: Vector
): Vector {
  const Y = dot(vector(first, CHAIN.oE), k1) + first[CHAIN.offset];
  const W = dot(vector(first, CHAIN.cE), k1) + first[CHAIN.con];
  const row = (at: number, right: number): number[] => {
    const [e, x, y, z] = vector(second, at);
    return [e, -x, -y, -z, right];
  };
  return solveLinear([
    row(CHAIN.oE, Y - second[CHAIN.offset]),
    row(CHAIN.cE, W - second[CHAIN.con]),
    [0, 1, 0, 0, ptmiss[0] - k1[1]],
    [0, 0, 1, 0, ptmiss[1] - k1[2]],
  ]);
}

function solveLinear(rows: number[][]): Vector {
  const n = rows.length;
  for (let i = 0; i < n; ++i) {
    const pivot = rows.reduce((best, row, j) => {
      return j >= i && Math.abs(row[i]) > Math.abs(rows[best][i]) ? j : best;
    }, i);
    [rows[i], rows[pivot]] = [rows[pivot], rows[i]];
    for (let j = 0; j < n; ++j) {
      if (j === i) continue;
      const factor = rows[j][i] / rows[i][i];
      for (let k = i; k <= n; ++k) rows[j][k] -= factor * rows[i][k];
    }
  }
  const [e, x, y, z] = rows.map((row, i) => row[n] / row[i]);
  return [e, x, y, z];
}
