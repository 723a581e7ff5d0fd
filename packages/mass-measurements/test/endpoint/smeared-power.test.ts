import { describe, expect, it } from 'vitest';
import { smearedPower } from '../../src/endpoint/smeared-power.ts';

describe('smearedPower', () => {
  it.each([
    [1 / 2, 0.4110894],
    [3 / 2, 0.4300107],
  ])(
    'of the power %d at 0 is the half moment of a Gaussian, 2^{p/2−1} Γ((p + 1)/2)/√π',
    (p, expected) => {
      // The stated error of the table.
      expect(Math.abs(smearedPower(p)(0) - expected)).toBeLessThan(3e-5);
    }
  );

  it('fulfils ⟨(x + g)₊^{3/2}⟩ = x ⟨(x + g)₊^{1/2}⟩ + d⟨(x + g)₊^{1/2}⟩/dx', () => {
    const [root, cubed] = [smearedPower(1 / 2), smearedPower(3 / 2)];
    for (const x of [-3, -1, 0, 0.7, 2, 4]) {
      const h = 1 / 32;
      const slope = (root(x + h) - root(x - h)) / (2 * h);
      // Integration by parts; a difference over two entries of the table is right to h².
      expect(Math.abs(x * root(x) + slope - cubed(x))).toBeLessThan(1e-3);
    }
  });

  it('is the plain power far above 0, and nothing far below', () => {
    const cubed = smearedPower(3 / 2);
    // Up to (3/8)/x² of it.
    expect(cubed(30) / 30 ** 1.5).toBeCloseTo(1 + 3 / 8 / 900, 6);
    expect(cubed(5.999)).toBeCloseTo(cubed(6.001), 1);
    expect(cubed(-7)).toBe(0);
  });
});
