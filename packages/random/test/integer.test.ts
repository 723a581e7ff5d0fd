import { describe, expect, it } from 'vitest';
import { stream } from '@deelema/random';

describe('integer', () => {
  it('gives every value equally often (χ² within 4 σ of its mean)', () => {
    const n = 7;
    const draws = 70_000;
    const random = stream(11, 'integer');
    const counts = new Float64Array(n);
    for (let i = 0; i < draws; ++i) counts[random.integer(n)]++;
    const expected = draws / n;
    const chiSquared = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(Math.abs(chiSquared - (n - 1))).toBeLessThan(4 * Math.sqrt(2 * (n - 1)));
  });

  it('has no modulo bias where it would be largest', () => {
    // With n = 3·2⁵¹ a remainder alone would give the lowest third twice as often as the others.
    const n = 3 * 2 ** 51;
    const draws = 9000;
    const random = stream(12, 'bias');
    let lowest = 0;
    for (let i = 0; i < draws; ++i) lowest += random.integer(n) < n / 3 ? 1 : 0;
    // Binomial, p = 1/3: 4 σ. With the bias it would be 1/2: 33 σ.
    expect(Math.abs(lowest - draws / 3)).toBeLessThan(4 * Math.sqrt(draws * (2 / 9)));
  });

  it('is 0 for n = 1 and stays below the largest n', () => {
    const random = stream(13);
    expect(random.integer(1)).toBe(0);
    const largest = random.integer(Number.MAX_SAFE_INTEGER);
    expect(Number.isSafeInteger(largest)).toBe(true);
    expect(largest).toBeLessThan(Number.MAX_SAFE_INTEGER);
  });

  it.each([0, -1, 1.5, NaN, 2 ** 53])('refuses n = %s', (n) => {
    expect(() => stream(1).integer(n)).toThrow(RangeError);
    expect(() => stream(1).integer(n)).toThrow(/^integer: n is .*, expected an integer from 1/);
  });
});
