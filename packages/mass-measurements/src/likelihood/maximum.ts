import {
  derivatives,
  dot,
  newtonStep,
  polynomialFit,
  QUADRATIC_TERMS,
  TERMS,
} from './polynomial.ts';
import { coordinates, type Surface } from './surface.ts';

/** The maximum of a surface, in units of its region. */
export interface Maximum {
  readonly x: number;
  readonly y: number;
  /** Coefficients of the polynomial that follows the surface. */
  readonly cubic: Float64Array;
  /** What makes them of the points. */
  readonly fit: readonly Float64Array[];
}

/**
 * The maximum of the cubic through a surface or, where that has none inside, of the quadratic.
 *
 * @param surface The surface.
 * @returns The maximum; undefined where neither has one inside.
 */
export function maximumOf(surface: Surface): Maximum | undefined {
  return topOf(surface, TERMS) ?? topOf(surface, QUADRATIC_TERMS);
}

function topOf(surface: Surface, terms: number): Maximum | undefined {
  const { x: allX, y: allY } = coordinates(surface);
  const fit = polynomialFit(allX, allY, terms);
  const cubic = Float64Array.from(fit, (row) => dot(row, surface.total));
  let [x, y] = [0, 0];
  for (let k = 0; k < 30; ++k) {
    const step = newtonStep(derivatives(cubic, x, y));
    if (step === undefined) return undefined;
    const shorter = Math.min(1, 0.5 / Math.max(Math.abs(step[0]), Math.abs(step[1]), 1e-300));
    x += shorter * step[0];
    y += shorter * step[1];
    if (!(Math.abs(x) < 1 && Math.abs(y) < 1)) return undefined;
  }
  return { x, y, cubic, fit };
}

/**
 * Whether a maximum lies well inside of its region.
 *
 * @param maximum The maximum.
 * @param limit How far from the centre it may lie, in units of the half of the region.
 */
export function inside({ x, y }: Maximum, limit: number): boolean {
  return Math.abs(x) < limit && Math.abs(y) < limit;
}
