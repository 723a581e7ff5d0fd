import { describe, expect, it } from 'vitest';
import { decimalPlaces } from '../src/index.ts';

describe('decimalPlaces', () => {
  it.each([
    [1.72, 1],
    [0.000052, 6],
    [25, 0],
    [140, 0],
    [9.94, 1],
    // Rounded to two digits these are 10 and 0.10.
    [9.96, 0],
    [0.0996, 2],
    [0.0994, 3],
    [1e-30, 15],
  ])('shows two digits of %d', (error, places) => {
    expect(decimalPlaces(error)).toBe(places);
  });

  it.each([null, 0, NaN, Infinity])('is 2 where the error is %s', (error) => {
    expect(decimalPlaces(error)).toBe(2);
  });
});
