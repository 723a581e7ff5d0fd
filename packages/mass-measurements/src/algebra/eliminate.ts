/**
 * Gauss–Jordan elimination with the largest pivot: turns (M, R) into (1, M⁻¹R).
 *
 * @param rows n rows: n numbers of M, then those of R; changed in place.
 */
export function eliminate(rows: number[][]): void {
  for (let k = 0; k < rows.length; ++k) {
    let pivot = k;
    for (let i = k + 1; i < rows.length; ++i) {
      if (Math.abs(rows[i][k]) > Math.abs(rows[pivot][k])) pivot = i;
    }
    [rows[k], rows[pivot]] = [rows[pivot], rows[k]];
    const scale = 1 / rows[k][k];
    rows[k] = rows[k].map((value) => value * scale);
    for (let i = 0; i < rows.length; ++i) {
      if (i === k) continue;
      const factor = rows[i][k];
      rows[i] = rows[i].map((value, j) => value - factor * rows[k][j]);
    }
  }
}

/**
 * M⁻¹ g of a regular matrix.
 *
 * @param matrix The matrix M: n rows of n numbers.
 * @param g The right-hand side: n numbers.
 * @returns n numbers, not finite where M is singular.
 */
export function solve(
  matrix: readonly (readonly number[])[],
  g: readonly number[]
): readonly number[] {
  const rows = matrix.map((row, i) => [...row, g[i]]);
  eliminate(rows);
  return rows.map((row) => row[g.length]);
}
