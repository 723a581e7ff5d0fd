import { describe, expect, it } from 'vitest';
import {
  derivatives,
  dot,
  newtonStep,
  polynomialFit,
  QUADRATIC_TERMS,
  TERMS,
} from '../../src/likelihood/polynomial.ts';

const GRID = Array.from({ length: 25 }, (_, k) => [(k % 5) / 2 - 1, Math.floor(k / 5) / 2 - 1]);
const X = Float64Array.from(GRID, ([x]) => x);
const Y = Float64Array.from(GRID, ([, y]) => y);

describe('polynomialFit', () => {
  it('finds the coefficients of a cubic', () => {
    const values = X.map((x, k) => 3 - x + 2 * Y[k] - x * x + x * Y[k] + 0.5 * Y[k] ** 3);
    const cubic = polynomialFit(X, Y, TERMS).map((row) => dot(row, values));
    // Exact but for rounding of a system of ten equations.
    [3, -1, 2, -1, 1, 0, 0, 0, 0, 0.5].forEach((c, k) => expect(cubic[k]).toBeCloseTo(c, 12));
  });
});

describe('polynomialFit of a quadratic', () => {
  it('leaves cubic terms at 0', () => {
    const values = X.map((x, k) => x * x - 2 * Y[k]);
    const all = polynomialFit(X, Y, QUADRATIC_TERMS).map((row) => dot(row, values));
    // As above.
    [0, 0, -2, 1, 0, 0, 0, 0, 0, 0].forEach((c, k) => expect(all[k]).toBeCloseTo(c, 12));
  });
});

describe('newtonStep', () => {
  it('goes from anywhere to the top of a paraboloid', () => {
    // −(x − 1)² − (x − 1)(y + 2) − (y + 2)², top at (1, −2).
    const c = [-3, 0, -3, -1, -1, -1, 0, 0, 0, 0];
    const step = newtonStep(derivatives(c, 0.3, 0.4))!;
    expect(0.3 + step[0]).toBeCloseTo(1, 13);
    expect(0.4 + step[1]).toBeCloseTo(-2, 13);
  });

  it('has none where a function is not concave', () => {
    expect(newtonStep({ x: 1, y: 1, xx: -1, xy: 2, yy: -1 })).toBeUndefined();
    expect(newtonStep({ x: 1, y: 1, xx: 1, xy: 0, yy: 1 })).toBeUndefined();
  });
});
