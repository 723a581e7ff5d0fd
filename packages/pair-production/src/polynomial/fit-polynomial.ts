import { chooseColumns } from './choose-columns.ts';
import type { DensityPoints } from './density-points.ts';
import { leastSquares } from './least-squares.ts';
import { tamedLogarithms } from './tamed-logarithms.ts';

/** One term: coefficient · uⁱ (y²/4)ʲ (cos²θ)ᵏ (ln M/M₀)ˡ. */
export interface PolynomialTerm {
  /** Exponents i, j, k and l. */
  readonly u: number;
  readonly y: number;
  readonly c: number;
  readonly m: number;
  readonly coefficient: number;
}

/** A fitted polynomial and its values. */
export interface FittedPolynomial {
  readonly terms: readonly PolynomialTerm[];
  /** At the points that were fitted. */
  readonly fitted: Float64Array;
}

type Exponents = Omit<PolynomialTerm, 'coefficient'>;

/** Largest exponents, and of all together. */
const MOST: Exponents = { u: 5, y: 4, c: 4, m: 4 };
const DEGREE = 6;

/** Number of terms. */
const TERMS = 40;

/** Weight of a point for its volume, beside that for its events, of 1 each: so that no corner is free. */
const FOR_VOLUME = 3e-5;

/** Weight added, in each of so many further fits, to points that came out too likely by so much. */
const AGAINST_EXCESS = 3e-4;
const EXCESS = 1;
const REFITS = 5;

/**
 * Fits a polynomial to the logarithm of a density.
 *
 * Powers of ln M alone are always among the terms: they keep the mean error at each M near 0.
 *
 * @param points The density.
 */
export function fitPolynomial(points: DensityPoints): FittedPolynomial {
  const candidates = allExponents();
  const columns = candidates.map((exponents) => columnOf(points, exponents));
  const target = tamedLogarithms(points);
  const weights = points.events.map((events, i) => events + FOR_VOLUME * points.volume[i]);
  const alone = [...candidates.keys()].filter((i) => degree(candidates[i]) === candidates[i].m);
  const chosen = chooseColumns(columns, target, weights, alone, TERMS);
  const used = chosen.map((k) => columns[k]);
  let coefficients = leastSquares(used, target, weights);
  let fitted = combined(used, coefficients);
  for (let again = 0; again < REFITS; ++again) {
    fitted.forEach((value, i) => {
      if (value > target[i] + EXCESS) weights[i] += AGAINST_EXCESS * points.volume[i];
    });
    coefficients = leastSquares(used, target, weights);
    fitted = combined(used, coefficients);
  }
  const terms = chosen.map((k, i) => ({ ...candidates[k], coefficient: coefficients[i] }));
  return { terms, fitted };
}

function allExponents(): Exponents[] {
  const upTo = (most: number): number[] => Array.from({ length: most + 1 }, (_, k) => k);
  return upTo(MOST.m)
    .flatMap((m) =>
      upTo(MOST.u).flatMap((u) =>
        upTo(MOST.y).flatMap((y) => upTo(MOST.c).map((c) => ({ u, y, c, m })))
      )
    )
    .filter((exponents) => degree(exponents) <= DEGREE);
}

function degree({ u, y, c, m }: Exponents): number {
  return u + y + c + m;
}

function columnOf(points: DensityPoints, { u, y, c, m }: Exponents): Float64Array {
  return points.u.map((x, i) => x ** u * points.y[i] ** y * points.c[i] ** c * points.m[i] ** m);
}

function combined(columns: readonly Float64Array[], coefficients: Float64Array): Float64Array {
  const sum = new Float64Array(columns[0].length);
  columns.forEach((column, k) => {
    column.forEach((x, i) => (sum[i] += coefficients[k] * x));
  });
  return sum;
}
