import { describe, expect, it } from 'vitest';
import { PARTON_DENSITY, rapidityWidth, relativeLuminosity } from '../src/parton-luminosity.ts';

/** x g(x) of GRV94 LO at Q = 400 GeV, from the closed form of Z. Phys. C 67 (1995) 433. */
const GLUON = [
  [0.003, 22.9631],
  [0.005, 15.7898],
  [0.01, 9.1289],
  [0.02, 4.95689],
  [0.05, 1.90576],
  [0.1, 0.766414],
  [0.2, 0.216985],
  [0.3, 0.0703037],
  [0.5, 0.0059636],
] as const;

/** Our density over that of GRV94, 1 at x = 0.1. */
const RATIOS = GLUON.map(([x, xg]) => {
  const { a, b } = PARTON_DENSITY;
  const shape = (z: number): number => z ** -a * (1 - z) ** b;
  return [x, shape(x) / shape(0.1) / (xg / 0.766414)] as const;
});

describe('PARTON_DENSITY', () => {
  it('has the shape of the GRV94 LO gluon at Q = 400 GeV for 0.01 ≤ x ≤ 0.5', () => {
    const ratios = RATIOS.filter(([x]) => x >= 0.01).map(([, ratio]) => ratio);
    // The factor between the two is free: 2.5 % either way; lowest at 0.02, highest at 0.5.
    expect(Math.max(...ratios) / Math.min(...ratios)).toBeLessThan(1.025 / 0.975);
  });

  it.each([
    [0.003, 1.09],
    [0.005, 1.03],
  ])('is too steep below: at x = %f %f times the gluon, relative to x = 0.1', (x, times) => {
    const ratio = RATIOS.find(([point]) => point === x)?.[1] ?? NaN;
    // The documented numbers are rounded to a percent.
    expect(Math.abs(ratio - times)).toBeLessThan(0.005);
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
