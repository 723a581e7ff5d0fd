import { describe, expect, it } from 'vitest';
import {
  gluonsToGluinos,
  gluonsToHeavyQuarks,
  quarksToGluinos,
  quarksToHeavyQuarks,
  type SquaredAmplitude,
} from '../../src/collision/matrix-elements.ts';

/** Total cross-sections in units of α_s²/m² times π, with ρ = 4m²/ŝ and L = ln[(1 + β)/(1 − β)]. */
const TOTALS: readonly {
  readonly name: string;
  readonly amplitude: SquaredAmplitude;
  readonly published: (beta: number, rho: number, L: number) => number;
}[] = [
  {
    name: 'g g → Q Q̄, Nason, Dawson, Ellis, Nucl. Phys. B 303 (1988) 607',
    amplitude: gluonsToHeavyQuarks,
    published: (beta, rho, L) =>
      ((beta * rho) / 192) * (((rho * rho + 16 * rho + 16) / beta) * L - 28 - 31 * rho),
  },
  {
    name: 'q q̄ → Q Q̄, Nason, Dawson, Ellis, Nucl. Phys. B 303 (1988) 607',
    amplitude: quarksToHeavyQuarks,
    published: (beta, rho) => ((beta * rho) / 27) * (2 + rho),
  },
  {
    // (1/ŝ) [β (−3 − 51m²/4ŝ) + (9/4 + 9m²/ŝ − 9m⁴/ŝ²) L], with the ½ of identical gluinos.
    name: 'g g → g̃ g̃, Beenakker et al., Nucl. Phys. B 492 (1997) 51',
    amplitude: gluonsToGluinos,
    published: (beta, rho, L) =>
      (rho / 4) *
      (beta * (-3 - (51 * rho) / 16) + (9 / 4 + (9 * rho) / 4 - (9 * rho * rho) / 16) * L),
  },
  {
    // (1/ŝ) β (8/9 + 16m²/9ŝ): what stays of the formula when squarks are infinitely heavy.
    name: 'q q̄ → g̃ g̃, Beenakker et al., Nucl. Phys. B 492 (1997) 51',
    amplitude: quarksToGluinos,
    published: (beta, rho) => (rho / 4) * beta * (8 / 9 + (4 * rho) / 9),
  },
];

describe.each(TOTALS)('$name', ({ amplitude, published }) => {
  it.each([0.05, 0.3, 0.6, 0.9, 0.99])('integrates to the total cross-section, β = %f', (beta) => {
    const rho = 1 - beta * beta;
    // dσ/dcosθ = β/(32πŝ) |M|² g_s⁴ with g_s⁴ = 16π²α_s² and 1/ŝ = ρ/(4m²).
    const ours = ((beta * rho) / 8) * integrate((c) => amplitude(beta, c));
    const expected = published(beta, rho, Math.log((1 + beta) / (1 - beta)));
    // Simpson's rule with 8000 steps is good to 1e-8 even at the peaks of β = 0.99; the published
    // form loses 4 of 16 digits to cancellation at β = 0.05.
    expect(ours / expected).toBeCloseTo(1, 7);
  });

  it('is even in cosθ: the same for both partons', () => {
    expect(amplitude(0.8, 0.4)).toBe(amplitude(0.8, -0.4));
  });
});

describe('at threshold, by hand', () => {
  // τ₁ = τ₂ = ½ and ρ = 1: F = ½, and ½ + ρ/2 = 1.
  it.each([
    ['g g → Q Q̄', gluonsToHeavyQuarks, 7 / 48],
    ['q q̄ → Q Q̄', quarksToHeavyQuarks, 4 / 9],
    ['g g → g̃ g̃', gluonsToGluinos, 27 / 16],
    ['q q̄ → g̃ g̃', quarksToGluinos, 4 / 3],
  ] as const)('%s is isotropic: %f', (_, amplitude, expected) => {
    expect(amplitude(0, 0)).toBeCloseTo(expected, 14);
    expect(amplitude(0, 0.9)).toBeCloseTo(expected, 14);
  });
});

describe('far above threshold', () => {
  it.each([-0.9, 0, 0.5])(
    'q q̄ → Q Q̄ is that of massless quarks, 4/9 (t² + u²)/s², cosθ = %f',
    (c) => {
      const massless = ((4 / 9) * ((1 - c) ** 2 + (1 + c) ** 2)) / 4;
      expect(quarksToHeavyQuarks(1, c)).toBeCloseTo(massless, 14);
    }
  );

  it.each([-0.9, 0, 0.5])('g g → Q Q̄ is that of massless quarks, cosθ = %f', (c) => {
    // Combridge, Kripfganz, Ranft, Phys. Lett. 70B (1977) 234: (t² + u²)(1/6tu − 3/8s²).
    const [t, u] = [(1 - c) / 2, (1 + c) / 2];
    const massless = (t * t + u * u) * (1 / (6 * t * u) - 3 / 8);
    expect(gluonsToHeavyQuarks(1, c)).toBeCloseTo(massless, 14);
  });
});

describe('g g → g̃ g̃', () => {
  it.each([
    [0.2, 0.3],
    [0.7, -0.8],
    [0.95, 0.99],
  ])(
    'has the angular form of Dawson, Eichten, Quigg, Phys. Rev. D 31 (1985) 1581, β = %f, cosθ = %f',
    (beta, c) => {
      // Units ŝ = 1; T = t − m², U = u − m². Their 9/4 with the ½ of identical gluinos is 9/8.
      const m2 = (1 - beta * beta) / 4;
      const [T, U] = [-(1 - beta * c) / 2, -(1 + beta * c) / 2];
      const oneSide = (a: number, b: number): number =>
        (a * b - 2 * m2 * (a + 2 * m2)) / (a * a) + (a * b + m2 * (b - a)) / a;
      const both = 2 * T * U + (m2 * (1 - 4 * m2)) / (T * U);
      const published = (9 / 8) * (oneSide(T, U) + oneSide(U, T) + both);
      // Rounding, some terms being a hundred times the sum.
      expect(gluonsToGluinos(beta, c) / published).toBeCloseTo(1, 11);
    }
  );
});

/** Simpson's rule over cosθ from −1 to 1. */
function integrate(f: (c: number) => number): number {
  const steps = 8000;
  const h = 2 / steps;
  let sum = f(-1) + f(1);
  for (let i = 1; i < steps; ++i) sum += (i % 2 ? 4 : 2) * f(-1 + i * h);
  return (sum * h) / 3;
}
