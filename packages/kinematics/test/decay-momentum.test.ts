import { describe, expect, it } from 'vitest';
import { decayMomentum } from '@deelema/kinematics';

describe('decayMomentum', () => {
  it('is M/2 for massless daughters and (M² − m²)/2M for one massless (closed forms)', () => {
    expect(decayMomentum(91, 0, 0)).toBe(45.5);
    // The antler of PRR 5, 043186: 1000 → 800 and 800 → 700; powers of few bits, exact to rounding.
    expect(decayMomentum(1000, 800, 0)).toBeCloseTo(180, 12);
    expect(decayMomentum(800, 0, 700)).toBeCloseTo(93.75, 12);
  });

  it('has energies that add up to M', () => {
    const [M, m1, m2] = [173, 80.419, 4.7];
    const p = decayMomentum(M, m1, m2);
    // Three roundings of numbers below 256: 3 ε 256.
    expect(Math.abs(Math.hypot(m1, p) + Math.hypot(m2, p) - M)).toBeLessThan(2e-13);
    expect(decayMomentum(M, m2, m1)).toBe(p);
  });

  it('is 0 at threshold and NaN below, also below |m1 − m2|', () => {
    expect(decayMomentum(12, 5, 7)).toBe(0);
    expect(decayMomentum(11.999, 5, 7)).toBeNaN();
    expect(decayMomentum(1, 5, 7)).toBeNaN();
  });

  it('keeps its digits just above threshold: p* → √(2 μ δ), μ = m1 m2/(m1 + m2)', () => {
    const delta = 2 ** -40;
    const expected = Math.sqrt(2 * (35 / 12) * delta);
    // The next order is δ (1/M − 1/μ + …)/4, some 1e-13 here; λ from M⁴, … would lose eight digits.
    expect(Math.abs(decayMomentum(12 + delta, 5, 7) / expected - 1)).toBeLessThan(1e-12);
  });
});
