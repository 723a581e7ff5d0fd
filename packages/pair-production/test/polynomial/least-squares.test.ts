import { describe, expect, it } from 'vitest';
import { chooseColumns } from '../../src/polynomial/choose-columns.ts';
import { dot, leastSquares } from '../../src/polynomial/least-squares.ts';

const N = 60;
const x = Float64Array.from({ length: N }, (_, i) => (i + 0.5) / N);
const powers = Array.from({ length: 8 }, (_, k) => x.map((value) => value ** k));
const even = x.map(() => 1);

describe('leastSquares', () => {
  it('finds the coefficients of a polynomial of degree 7', () => {
    const coefficients = [1, -2, 3, 0, 5, -1, 2, 4];
    const target = x.map((value) => coefficients.reduce((sum, c, k) => sum + c * value ** k, 0));
    const found = leastSquares(powers, target, even);
    // The condition of such powers is 1e6, so ten digits of sixteen are left.
    expect([...found].every((c, k) => Math.abs(c - coefficients[k]) < 1e-8)).toBe(true);
  });

  it('leaves an error without any part along the columns, with weights', () => {
    const target = x.map((value) => Math.exp(3 * value));
    const weights = x.map((value) => 0.1 + value);
    const columns = powers.slice(0, 4);
    const found = leastSquares(columns, target, weights);
    const error = target.map((value, i) =>
      found.reduce((left, c, k) => left - c * columns[k][i], value)
    );
    const along = columns.map((column) =>
      dot(
        column,
        error.map((value, i) => value * weights[i])
      )
    );
    // Rounding of sums of 60 numbers up to 20.
    for (const product of along) expect(Math.abs(product)).toBeLessThan(1e-11);
    expect(Math.sqrt(dot(error, error))).toBeGreaterThan(0.1);
  });
});

describe('chooseColumns', () => {
  const target = x.map((value) => 3 * value ** 2 - value ** 5);

  it('takes those that a target is made of, once what hides them is gone', () => {
    const chosen = chooseColumns([powers[2], x.map(Math.sin), powers[5]], target, even, [], 2);
    expect([...chosen].sort()).toEqual([0, 2]);
  });

  it('takes those given first, and none twice', () => {
    const chosen = chooseColumns([powers[0], powers[2], powers[5]], target, even, [0], 3);
    expect(chosen[0]).toBe(0);
    expect([...chosen].sort()).toEqual([0, 1, 2]);
  });

  it('leaves out a column that is a sum of others', () => {
    const sum = powers[2].map((value, i) => value + powers[5][i]);
    expect(chooseColumns([powers[2], powers[5], sum], target, even, [0, 1], 3)).toEqual([0, 1]);
  });
});
