import { describe, expect, it } from 'vitest';
import { inverseResponse } from '../../src/deelema/response.ts';

const times = (matrix: readonly (readonly number[])[], x: readonly number[]): number[] =>
  matrix.map((row) => row.reduce((sum, value, j) => sum + value * x[j], 0));

describe('inverseResponse', () => {
  it.each([
    ['of one mass', [[0.7]], [3]],
    ['of two, hardly mixed', [[0.9, -0.2], [0.1, 0.8]], [1, -2]], // prettier-ignore
    ['of two that answer for one another: needs another pivot', [[0, 1], [0.5, 0]], [4, 5]], // prettier-ignore
    ['of three', [[1, 0.2, 0], [0.1, 0.7, -0.3], [0, 0.4, 1.2]], [1, 2, 3]], // prettier-ignore
  ])('undoes a response %s', (_what, response, shift) => {
    const back = inverseResponse(response)!(times(response, shift));
    // Rounding of a few operations on numbers of order 1.
    back.forEach((value, i) => expect(value).toBeCloseTo(shift[i], 12));
  });

  it.each([
    ['no answer at all', [[0.01]]],
    ['two masses that answer alike', [[0.8, 0.8], [0.8, 0.8]]], // prettier-ignore
    ['NaN', [[NaN]]],
  ])('is undefined for %s', (_what, response) => expect(inverseResponse(response)).toBeUndefined());
});
