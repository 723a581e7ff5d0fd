import { VISIBLE } from '@deelema/mass-variables';
import { describe, expect, it } from 'vitest';
import { breitWignerQuantile, offShellMass } from '../../src/likelihood/breit-wigner.ts';
import { normalQuantile } from '../../src/likelihood/normal-quantile.ts';
import { leptonAngleWeight } from '../../src/likelihood/top-decay.ts';
import { drawTrueEnergy } from '../../src/likelihood/true-energy.ts';

describe('leptonAngleWeight', () => {
  it('is ¾ F₀ sin²θ + ⅜ F_L (1 − cosθ)² in units of ½ for a massless b', () => {
    const [s, t] = [173 ** 2, 80.4 ** 2];
    const f0 = s / (s + 2 * t);
    for (const c of [-0.9, -0.3, 0, 0.5, 0.95]) {
      const expected = 1.5 * f0 * (1 - c * c) + 0.75 * (1 - f0) * (1 - c) ** 2;
      // 2 p_b·p_ℓ = (m² − q²)(1 + c)/2; closed form, rounding only.
      expect(leptonAngleWeight(s, t, 0, ((s - t) * (1 + c)) / 2)).toBeCloseTo(expected, 12);
    }
  });
});

describe('normalQuantile', () => {
  it.each([
    [0.5, 0],
    [0.841344746, 1],
    [0.977249868, 2],
    [0.001349898, -3],
  ])('of %s is %s (tables of the normal distribution)', (u, z) => {
    // Cut at four deviations, where 6e-5 of the distribution is left; more so the farther out.
    expect(Math.abs(normalQuantile(u) - z)).toBeLessThan(z === -3 ? 0.01 : 1e-3);
  });
});

describe('breitWignerQuantile', () => {
  it('has half of the masses within half a width', () => {
    const [low, high] = [0.25, 0.75].map((u) => offShellMass(100, 1, breitWignerQuantile(u)));
    // (2/π) atan(30) instead of 1 inside the window; (m² − M²)/MΓ instead of 2 (m − M)/Γ.
    expect(high - low).toBeGreaterThan(0.93);
    expect(high - low).toBeLessThan(1);
  });

  it('has dN/dt ∝ 1/(1 + t²)', () => {
    for (const u of [0.1, 0.4, 0.8]) {
      const t = breitWignerQuantile(u);
      const spacing = (breitWignerQuantile(u + 1e-6) - breitWignerQuantile(u - 1e-6)) / 2e-6;
      // Density times spacing is 2 atan(30), whatever the quantile; rounding of a difference.
      expect(spacing / (1 + t * t)).toBeCloseTo(2 * Math.atan(30), 5);
    }
  });
});

describe('drawTrueEnergy', () => {
  const table = { pt: [10, 100], resolution: [0.2, 0.1] };

  it('makes the mean over z the integral over true energies', () => {
    // ∫ dE (|p|/|p′|) T(E′|E) g(E) for a massless particle across the beams, g = E^−3, by both ways.
    const measured = 60;
    let [overZ, overE] = [0, 0];
    const n = 20_000;
    for (let k = 0; k < n; ++k) {
      const row = new Float64Array(VISIBLE.length);
      row.set([measured, measured, 0, 0]);
      const weight = drawTrueEnergy(row, 0, table, normalQuantile((k + 0.5) / n));
      overZ += weight * row[0] ** -3;
      expect(row[VISIBLE.ptmissX]).toBeCloseTo(measured - row[0], 10);
    }
    const step = 0.01;
    for (let e = 15; e < 250; e += step) {
      const sigma = e * (0.2 - (0.1 * Math.log(e / 10)) / Math.log(10));
      const width = e > 100 ? 0.1 * e : sigma;
      const transfer =
        Math.exp(-0.5 * ((measured - e) / width) ** 2) / (width * Math.sqrt(2 * Math.PI));
      overE += (step * (e / measured) * transfer) / e ** 3;
    }
    // z ends at four deviations; the largest weights are there.
    expect(overZ / n / overE).toBeCloseTo(1, 2);
  });
});
