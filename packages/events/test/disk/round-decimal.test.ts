import { stream } from '@deelema/random';
import { describe, expect, it } from 'vitest';
import { roundDecimal } from '../../src/disk/round-decimal.ts';

describe('roundDecimal', () => {
  // The reference is the conversion of the language, which ECMA-262 demands to be the nearest double.
  it('rounds random decimals of 10 to 18 digits as Number does, bit by bit', () => {
    const { integer } = stream(3, 'decimals');
    let undecided = 0;
    for (let k = 0; k < 200_000; k++) {
      const digits = 1 + integer(9);
      const [high, low] = [1e8 + integer(9e8), integer(10 ** digits)];
      const power = integer(45) - 22;
      const text = `${high}${String(low).padStart(digits, '0')}e${power}`;
      const value = roundDecimal(high, digits, low, power);
      if (Number.isNaN(value)) undecided++;
      else if (value !== Number(text)) expect.fail(`${text} is rounded to ${value}`);
    }
    // Integers beyond 2⁵³ lie exactly in the middle in 1 of 2 to 128 cases; they are few.
    expect(undecided).toBeLessThan(2000);
  });

  it.each([
    // From 2⁵³ on doubles lie 2 apart, from 2⁵⁶ on 16, above 2⁵² 1: in the middle, and beside it.
    [900719925, 7, 4740993, 0, NaN],
    [900719925, 7, 4740992, 0, 2 ** 53],
    [900719925, 8, 47409928, 0, NaN],
    [900719925, 8, 47409929, 0, 2 ** 53 * 10 + 16],
    [450359962, 8, 73704965, -1, NaN],
    [450359962, 8, 73704966, -1, 2 ** 52 + 1],
    [999999999, 9, 999999999, -22, 0.0001],
  ])('%d · 10^%d + %d, times 10^%d', (high, digits, low, power, value) => {
    expect(roundDecimal(high, digits, low, power)).toBe(value);
  });
});
