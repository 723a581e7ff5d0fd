import { describe, expect, it } from 'vitest';
import { stream } from '@deelema/random';
import { helicityFractions, leptonCosine } from '../../src/decay/lepton-angle.ts';
import { kolmogorov } from '../../../../test/support/statistics.ts';

describe('helicityFractions', () => {
  it.each([
    [173, 80.419],
    [150, 100],
  ])('has F₀ = m²/(m² + 2q²), F_R = 0 for a massless b (m = %d, q = %d)', (m, q) => {
    const { longitudinal, left, right } = helicityFractions(m, q, 0);
    expect(longitudinal).toBeCloseTo((m * m) / (m * m + 2 * q * q), 14);
    expect(left).toBeCloseTo((2 * q * q) / (m * m + 2 * q * q), 14);
    expect(right).toBeCloseTo(0, 14);
  });

  it('is 0.70 at leading order (Czarnecki, Körner, Piclum, Phys. Rev. D 81 (2010) 111503: 0.687 at NNLO)', () => {
    // Higher orders take 1.5 % off the leading-order value.
    const { longitudinal } = helicityFractions(173.0, 80.419, 4.7);
    expect(Math.abs(longitudinal / 0.687 - 1)).toBeLessThan(0.02);
  });

  it('has the F_R that m_b gives in first order: 2 m² q² m_b² / ((m² − q²)² (m² + 2q²))', () => {
    const [m, q, mb] = [175, 80.419, 0.48];
    const [s, t] = [m * m, q * q];
    const expected = (2 * s * t * mb * mb) / ((s - t) ** 2 * (s + 2 * t));
    // The next order is m_b²/m² of it, 1e-5, with a factor of some units.
    expect(Math.abs(helicityFractions(m, q, mb).right / expected - 1)).toBeLessThan(1e-4);
  });

  it('adds up to 1', () => {
    const { longitudinal, left, right } = helicityFractions(160, 90, 20);
    expect(longitudinal + left + right).toBeCloseTo(1, 14);
  });
});

describe('leptonCosine', () => {
  it.each([
    [173, 80.419, 0],
    [173, 80.419, 4.7],
    [120, 80, 35],
    [120, 80, 39.999],
  ])(
    'follows the closed form of the three polarisations (m = %d, q = %d, m_b = %d)',
    (m, q, mb) => {
      const random = stream(1, 'lepton-angle');
      const cosines = Float64Array.from({ length: 100_000 }, () => leptonCosine(random, m, q, mb));
      const { longitudinal, left, right } = helicityFractions(m, q, mb);
      const cdf = (c: number): number =>
        longitudinal * (0.5 + 0.75 * c - 0.25 * c ** 3) +
        left * (1 - ((1 - c) / 2) ** 3) +
        right * ((1 + c) / 2) ** 3;
      // √n D < 1.95 holds for 99.9 % of all samples; the seed is fixed.
      expect(kolmogorov(cosines, cdf)).toBeLessThan(1.95);
      expect(cosines.every((c) => Math.abs(c) <= 1)).toBe(true);
    }
  );
});
