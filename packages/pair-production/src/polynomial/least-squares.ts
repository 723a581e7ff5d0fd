/**
 * Solves a linear least-squares problem by modified Gram–Schmidt orthogonalisation.
 *
 *     Σ_points weight (Σ_k c_k column_k − target)² → least
 *
 * The columns may not be linearly dependent.
 *
 * @param columns Values of each term at n points.
 * @param target What they are to add up to: n points.
 * @param weights 0 or more: n points.
 * @returns One coefficient per column.
 * @see Å. Björck, BIT 7 (1967) 1: as accurate as Householder's reflections
 */
export function leastSquares(
  columns: readonly Float64Array[],
  target: Float64Array,
  weights: Float64Array
): Float64Array {
  const roots = weights.map(Math.sqrt);
  const orthogonal = [...columns, target].map((column) => column.map((x, i) => x * roots[i]));
  const m = columns.length;
  const triangle = Array.from({ length: m }, () => new Float64Array(m + 1));
  for (let k = 0; k < m; ++k) {
    const squared = dot(orthogonal[k], orthogonal[k]);
    triangle[k][k] = 1;
    for (let j = k + 1; j <= m; ++j) {
      triangle[k][j] = dot(orthogonal[k], orthogonal[j]) / squared;
      subtract(orthogonal[j], triangle[k][j], orthogonal[k]);
    }
  }
  const solution = new Float64Array(m);
  for (let k = m - 1; k >= 0; --k) {
    solution[k] = triangle[k][m];
    for (let j = k + 1; j < m; ++j) solution[k] -= triangle[k][j] * solution[j];
  }
  return solution;
}

/** Σ a_i b_i. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; ++i) sum += a[i] * b[i];
  return sum;
}

/** a − factor · b, in place of a. */
export function subtract(a: Float64Array, factor: number, b: Float64Array): void {
  for (let i = 0; i < a.length; ++i) a[i] -= factor * b[i];
}
