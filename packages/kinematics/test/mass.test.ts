import { describe, expect, it } from 'vitest';
import { energy, mass } from '@deelema/kinematics';

describe('mass', () => {
  it.each([
    // By hand, exact in floating point: 3² + 4² + 12² = 13², 1 + 4 + 4 = 3², 5² − 3² = 4².
    { p: [13, 3, 4, 12], expected: 0 },
    { p: [5, 1, 2, 2], expected: 4 },
    { p: [5, 3, 0, 0], expected: 4 },
    { p: [0, 0, 0, 7], expected: -7 },
    { p: [3, 5, 0, 0], expected: -4 },
  ])('of $p is $expected', ({ p, expected }) => {
    expect(mass(p[0], p[1], p[2], p[3])).toBe(expected);
  });

  it('passes NaN on', () => {
    expect(mass(NaN, 1, 2, 3)).toBeNaN();
  });
});

describe('energy', () => {
  it('is the hypotenuse (by hand: 1² + 2² + 4² + 10² = 11²)', () => {
    expect(energy(1, 2, 4, 10)).toBe(11);
    expect(energy(-1, 2, 4, 10)).toBe(11);
  });

  it('gives the mass back within the rounding of E², ε (E/m)²/2 for each of three terms', () => {
    for (const p of [1, 10, 100, 1000]) {
      const m = 4.7;
      const gammaSquared = 1 + (p / m) ** 2;
      const back = mass(energy(m, 0.6 * p, 0, 0.8 * p), 0.6 * p, 0, 0.8 * p);
      expect(Math.abs(back / m - 1)).toBeLessThan(3 * Number.EPSILON * gammaSquared);
    }
  });
});
