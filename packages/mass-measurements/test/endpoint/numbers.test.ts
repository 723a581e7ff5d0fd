import { stream } from '@deelema/random';
import { describe, expect, it } from 'vitest';
import { normalBelow } from '../../src/endpoint/normal.ts';
import { poisson } from '../../src/endpoint/poisson.ts';
import { smearedPower } from '../../src/endpoint/smeared-power.ts';

describe('poisson', () => {
  it.each([0.2, 1, 12, 200])('has mean and variance %d', (mean) => {
    const random = stream(1, 'poisson', mean);
    const n = 20_000;
    let [sum, squares] = [0, 0];
    for (let i = 0; i < n; ++i) {
      const k = poisson(mean, random);
      sum += k;
      squares += (k - mean) ** 2;
    }
    // Standard errors √(μ/n) and √((2μ² + μ)/n); five of them, with a fixed seed.
    expect(Math.abs(sum / n - mean)).toBeLessThan(5 * Math.sqrt(mean / n));
    expect(Math.abs(squares / n - mean)).toBeLessThan(5 * Math.sqrt((2 * mean * mean + mean) / n));
  });

  it('is 0 if its mean is', () => {
    expect(poisson(0, stream(1, 'none'))).toBe(0);
  });
});

describe('normalBelow', () => {
  it.each([
    [0, 0.5],
    [1, 0.8413447460685429],
    [-1.959963984540054, 0.025],
    [3, 0.9986501019683699],
  ])('Φ(%d) = %d (tables)', (z, expected) => {
    // The stated error of the approximation is 7.5e-8.
    expect(Math.abs(normalBelow(z) - expected)).toBeLessThan(1e-7);
  });
});

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
