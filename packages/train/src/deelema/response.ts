/** Least response to a displaced mass that is taken for one. */
const LEAST_PIVOT = 0.05;

/**
 * Inverts a response: what the masses must have moved by if the measured ones did by so much.
 *
 * @param response R_ij = ∂fit_i/∂m_j.
 * @returns x ↦ R⁻¹ x, by Gaussian elimination with pivots; undefined if the networks hardly respond.
 */
export function inverseResponse(
  response: readonly (readonly number[])[]
): ((shift: readonly number[]) => number[]) | undefined {
  const columns: number[][] = [];
  for (const j of response.keys()) {
    const unit = response.map((_, i) => (i === j ? 1 : 0));
    const column = eliminate(response, unit);
    if (column === undefined) return undefined;
    columns.push(column);
  }
  return (shift) =>
    shift.map((_, i) => shift.reduce((sum, value, j) => sum + columns[j][i] * value, 0));
}

/** Solves M x = b; undefined if a pivot is too small. */
function eliminate(
  matrix: readonly (readonly number[])[],
  b: readonly number[]
): number[] | undefined {
  const rows = matrix.map((row, i) => [...row, b[i]]);
  for (let k = 0; k < rows.length; ++k) {
    const pivot = rows.reduce(
      (best, row, i) => (i >= k && Math.abs(row[k]) > Math.abs(rows[best][k]) ? i : best),
      k
    );
    [rows[k], rows[pivot]] = [rows[pivot], rows[k]];
    if (!(Math.abs(rows[k][k]) > LEAST_PIVOT)) return undefined;
    for (let i = 0; i < rows.length; ++i) {
      if (i === k) continue;
      const factor = rows[i][k] / rows[k][k];
      rows[i] = rows[i].map((value, j) => value - factor * rows[k][j]);
    }
  }
  return rows.map((row, i) => row[rows.length] / row[i]);
}
