/** A square matrix, row by row. */
export type Matrix = readonly (readonly number[])[];

/** Jᵀ W J + Λ. */
export function precisionOf(slopes: Matrix, weights: readonly number[], prior: readonly number[]) {
  return prior.map((own, i) =>
    prior.map((_, j) =>
      slopes.reduce((sum, row, k) => sum + row[i] * weights[k] * row[j], i === j ? own : 0)
    )
  );
}

/** x of P x = b, by elimination with the largest pivot. */
export function solve(matrix: Matrix, b: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, b[i]]);
  const d = rows.length;
  for (let k = 0; k < d; ++k) {
    const best = rows.reduce(
      (at, row, i) => (i > k && Math.abs(row[k]) > Math.abs(rows[at][k]) ? i : at),
      k
    );
    [rows[k], rows[best]] = [rows[best], rows[k]];
    for (let i = 0; i < d; ++i) {
      if (i === k) continue;
      const factor = rows[i][k] / rows[k][k];
      for (let j = k; j <= d; ++j) rows[i][j] -= factor * rows[k][j];
    }
  }
  return rows.map((row, i) => row[d] / row[i]);
}

/** det P, by cofactors of the first row. */
export function determinant(matrix: Matrix): number {
  if (matrix.length === 1) return matrix[0][0];
  return matrix[0].reduce((sum, x, j) => {
    const minor = matrix.slice(1).map((row) => row.filter((_, k) => k !== j));
    return sum + (j % 2 === 0 ? x : -x) * determinant(minor);
  }, 0);
}

/** Reproducible numbers from 0 to 1 (mulberry32). */
export function uniforms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Normally distributed numbers (Box and Muller). */
export function normals(n: number, seed: number): Float32Array {
  const uniform = uniforms(seed);
  return Float32Array.from(
    { length: n },
    () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  );
}
