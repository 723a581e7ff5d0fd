import { describe, expect, it } from 'vitest';
import { PARTON_DENSITY, rapidityWidth, relativeLuminosity } from '../src/parton-luminosity.ts';

describe('PARTON_DENSITY', () => {
  it.each([
    [0.01, 9.129],
    [0.05, 1.906],
    [0.1, 0.766],
    [0.2, 0.217],
    [0.3, 0.07],
  ])('has the shape of the GRV94 LO gluon at Q = 400 GeV, x = %f', (x, xg) => {
    const { a, b } = PARTON_DENSITY;
    const shape = (z: number): number => z ** -a * (1 - z) ** b;
    // Relative to x = 0.1; the fit is good to 2 %, the table's last digit to 1 %.
    expect(shape(x) / shape(0.1) / (xg / 0.766)).toBeGreaterThan(0.97);
    expect(shape(x) / shape(0.1) / (xg / 0.766)).toBeLessThan(1.03);
  });
});

describe('relativeLuminosity', () => {
  it.each([
    [0.05, 1.3],
    [0.2, -0.7],
    [0.6, 0.3],
  ])('is [(1 − x₁)(1 − x₂)]^b relative to y = 0, √τ = %f, y = %f', (rootTau, y) => {
    const [x1, x2] = [rootTau * Math.exp(y), rootTau * Math.exp(-y)];
    const expected = (((1 - x1) * (1 - x2)) / (1 - rootTau) ** 2) ** PARTON_DENSITY.b;
    expect(relativeLuminosity(rootTau, y)).toBeCloseTo(expected, 12);
  });

  it('is 0 where one parton would carry more than its proton', () => {
    const edge = Math.log(1 / 0.2);
    expect(relativeLuminosity(0.2, edge * 1.001)).toBe(0);
    expect(relativeLuminosity(0.2, 20)).toBe(0);
  });

  it('never exceeds the Gaussian that is to enclose it', () => {
    const excess: number[] = [];
    for (let rootTau = 0.01; rootTau < 1; rootTau += 0.01) {
      const sigma = rapidityWidth(rootTau);
      for (let y = 0; y < 5; y += 0.05) {
        const gaussian = Math.exp(-0.5 * (y / sigma) ** 2);
        excess.push(relativeLuminosity(rootTau, y) - gaussian);
      }
    }
    // Rounding only: both are 1 at y = 0.
    expect(Math.max(...excess)).toBeLessThan(1e-14);
  });
});
