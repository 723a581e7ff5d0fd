import { describe, expect, it } from 'vitest';
import { gluonFusionAmplitude } from '../src/hard-process.ts';

describe('gluonFusionAmplitude', () => {
  it.each([0.05, 0.3, 0.6, 0.9, 0.99])(
    'integrates to the total cross-section of Nason, Dawson, Ellis, Nucl. Phys. B 303 (1988) 607, β = %f',
    (beta) => {
      // There: σ = (α_s²/m²) πβρ/192 {(1/β)(ρ² + 16ρ + 16) ln[(1 + β)/(1 − β)] − 28 − 31ρ}.
      // Here: dσ/dcosθ = β/(32πŝ) |M|² with g_s⁴ = 16π²α_s² and 1/ŝ = ρ/(4m²).
      const rho = 1 - beta * beta;
      const log = Math.log((1 + beta) / (1 - beta));
      const published =
        ((Math.PI * beta * rho) / 192) *
        (((rho * rho + 16 * rho + 16) / beta) * log - 28 - 31 * rho);
      const integral = integrate((c) => gluonFusionAmplitude(beta, c));
      // Simpson's rule with 8000 steps is good to 1e-8 even at the peaks of β = 0.99.
      const ours = ((Math.PI * beta * rho) / 8) * integral;
      expect(ours / published).toBeCloseTo(1, 6);
    }
  );

  it('is 7/48 at threshold, by hand', () => {
    expect(gluonFusionAmplitude(0, 0.3)).toBeCloseTo(7 / 48, 14);
  });

  it('is the same for both gluons', () => {
    expect(gluonFusionAmplitude(0.8, 0.4)).toBe(gluonFusionAmplitude(0.8, -0.4));
  });
});

/** Simpson's rule over cosθ from −1 to 1. */
function integrate(f: (c: number) => number): number {
  const steps = 8000;
  const h = 2 / steps;
  let sum = f(-1) + f(1);
  for (let i = 1; i < steps; ++i) sum += (i % 2 ? 4 : 2) * f(-1 + i * h);
  return (sum * h) / 3;
}
