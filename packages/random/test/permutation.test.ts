import { describe, expect, it } from 'vitest';
import { permutation, stream } from '@deelema/random';

describe('permutation', () => {
  it.each([0, 1, 2, 1000])('of %s numbers has each of them once', (n) => {
    const order = permutation(stream(1, 'bijection', n), n);
    expect(order).toHaveLength(n);
    expect([...order.toSorted()]).toEqual(Array.from({ length: n }, (_, i) => i));
  });

  it('gives all 24 orders of four numbers equally often (χ² within 4 σ of its mean)', () => {
    const draws = 48_000;
    const random = stream(2, 'orders');
    const counts = new Map<string, number>();
    for (let i = 0; i < draws; ++i) {
      const order = permutation(random, 4).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    const expected = draws / 24;
    let chiSquared = 0;
    for (const count of counts.values()) chiSquared += (count - expected) ** 2 / expected;
    expect(Math.abs(chiSquared - 23)).toBeLessThan(4 * Math.sqrt(2 * 23));
  });

  it('gives the order it has always given (regression: value of version 0.1.0, exact)', () => {
    expect([...permutation(stream(42, 'golden', 1), 8)]).toEqual([5, 6, 2, 3, 4, 7, 0, 1]);
  });

  it.each([-1, 2.5, NaN, 2 ** 32])('refuses n = %s', (n) => {
    expect(() => permutation(stream(1), n)).toThrow(RangeError);
    expect(() => permutation(stream(1), n)).toThrow(/^permutation: n is .*, expected an integer/);
  });
});
