import { describe, expect, it } from 'vitest';
import { alphaS } from '../src/index.ts';

const Z = 91.1876;

describe('alphaS', () => {
  it('is 0.130 at the mass of the Z, or what the options say where they say it', () => {
    expect(alphaS(Z * Z)).toBe(0.13);
    expect(alphaS(4, { reference: 0.3, mass: 2, flavours: 4 })).toBe(0.3);
  });

  it('is 1 / (b₀ ln(Q²/Λ²)): 12π / 23 / ln(Q²/Λ²) for five flavours (closed form)', () => {
    const lambdaSquared = Z * Z * Math.exp(-(12 * Math.PI) / 23 / 0.13);
    for (const q of [1, 10, 173, 1000, 13000]) {
      const expected = (12 * Math.PI) / 23 / Math.log((q * q) / lambdaSquared);
      // Λ² carries the rounding of an exponent of 13: 13 ε.
      expect(Math.abs(alphaS(q * q) / expected - 1)).toBeLessThan(13 * Number.EPSILON);
    }
  });

  it('runs by dα/d ln Q² = −b₀ α², b₀ = (33 − 2 n_f)/12π, and to 0.1156 at 200 GeV', () => {
    for (const flavours of [3, 4, 5, 6]) {
      const [q2, h] = [1e4, 1e-4];
      const at = (z: number): number => alphaS(q2 * Math.exp(z), { flavours });
      const slope = (at(h) - at(-h)) / (2 * h);
      // The central difference misses by h² b₀² α² relatively, rounding adds ε/h b₀ α: below 1e-9.
      const b0 = (33 - 2 * flavours) / (12 * Math.PI);
      expect(Math.abs(slope / (-b0 * at(0) ** 2) - 1)).toBeLessThan(1e-9);
    }
    // By hand: 0.13 / (1 + 0.610094 × 0.13 × 2 × 0.785398).
    expect(alphaS(200 * 200)).toBeCloseTo(0.115598, 6);
  });

  it('is Infinity at and below Λ, and above it large: 167 MeV', () => {
    expect(alphaS(0.166 ** 2)).toBe(Infinity);
    expect(alphaS(0)).toBe(Infinity);
    expect(alphaS(0.168 ** 2)).toBeGreaterThan(10);
    expect(alphaS(0.168 ** 2)).toBeLessThan(Infinity);
  });
});
