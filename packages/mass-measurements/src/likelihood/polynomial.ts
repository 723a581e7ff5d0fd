import { eliminate } from '../algebra/eliminate.ts';

/** Exponents of the terms of a cubic in two variables. */
const EXPONENTS = [
  [0, 0],
  [1, 0],
  [0, 1],
  [2, 0],
  [1, 1],
  [0, 2],
  [3, 0],
  [2, 1],
  [1, 2],
  [0, 3],
] as const;

/** Number of coefficients. */
export const TERMS = EXPONENTS.length;

/** Number of those of a quadratic. */
export const QUADRATIC_TERMS = 6;

/**
 * What turns values on a grid into the cubic or quadratic that fits them best, least squares.
 *
 *     c = (XᵀX)⁻¹ Xᵀ f,   f ≈ c₀ + c₁x + c₂y + c₃x² + c₄xy + c₅y² + …
 *
 * @param x First variable of each point, of order 1; likewise `y`.
 * @param terms `TERMS`, or `QUADRATIC_TERMS` for a quadratic.
 * @returns One row of weights per coefficient of a cubic; those beyond the terms are 0.
 */
export function polynomialFit(x: Float64Array, y: Float64Array, terms: number): Float64Array[] {
  const n = x.length;
  const basis = EXPONENTS.slice(0, terms).map(([p, q]) =>
    Float64Array.from(x, (_, k) => x[k] ** p * y[k] ** q)
  );
  const rows = basis.map((one) => [...basis.map((two) => dot(one, two)), ...one]);
  eliminate(rows);
  return EXPONENTS.map((_, k) =>
    k < terms ? Float64Array.from(rows[k].slice(terms, terms + n)) : new Float64Array(n)
  );
}

/** Σ a_k b_k. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; ++k) sum += a[k] * b[k];
  return sum;
}

/** Derivatives of a function of two variables at a point. */
export interface Derivatives {
  readonly x: number;
  readonly y: number;
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
}

/**
 * Derivatives of a cubic.
 *
 * @param c Its coefficients.
 * @param x Where; likewise `y`.
 */
export function derivatives(c: ArrayLike<number>, x: number, y: number): Derivatives {
  return {
    x: c[1] + 2 * c[3] * x + c[4] * y + 3 * c[6] * x * x + 2 * c[7] * x * y + c[8] * y * y,
    y: c[2] + c[4] * x + 2 * c[5] * y + c[7] * x * x + 2 * c[8] * x * y + 3 * c[9] * y * y,
    xx: 2 * c[3] + 6 * c[6] * x + 2 * c[7] * y,
    xy: c[4] + 2 * c[7] * x + 2 * c[8] * y,
    yy: 2 * c[5] + 2 * c[8] * x + 6 * c[9] * y,
  };
}

/**
 * The step to where a function is stationary, to second order: −H⁻¹ g.
 *
 * @param d Its derivatives.
 * @returns The step; undefined where the function is not concave.
 */
export function newtonStep(d: Derivatives): readonly [number, number] | undefined {
  const det = d.xx * d.yy - d.xy * d.xy;
  if (!(det > 0 && d.xx < 0)) return undefined;
  return [(d.xy * d.y - d.yy * d.x) / det, (d.xy * d.x - d.xx * d.y) / det];
}
