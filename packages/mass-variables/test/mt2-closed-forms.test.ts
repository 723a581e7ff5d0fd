import { describe, expect, it } from 'vitest';
import { transverseMass } from '@deelema/kinematics';
import { mt2 } from '@deelema/mass-variables';
import { stream } from '@deelema/random';

describe('mt2 without upstream momentum', () => {
  it('is √(2(|p₁||p₂| + p₁·p₂)) if all is massless', () => {
    // The minimum is at k₁ = −p₂, k₂ = −p₁, where both branches have this transverse mass.
    expect(mt2(0, 30, 40, 0, 60, -25, -90, -15, 0)).toBeCloseTo(
      Math.sqrt(2 * (50 * 65 + (1800 - 1000))),
      12
    );
  });

  it('has the closed form of Cho, Choi, Kim and Park, arXiv:0711.4526, or its threshold', () => {
    // M² = m_C² + A + √[(1 + 4 m_C²/(2A − m₁² − m₂²))(A² − m₁² m₂²)], A = E_T1 E_T2 + p₁·p₂, in
    // balanced events; the larger m_i + m_C in the others.
    const random = stream(1, 'closed form');
    let balanced = 0;
    for (let i = 0; i < 1000; ++i) {
      const [m1, m2, mC] = [0, 0, 0].map(() => 100 * random.uniform());
      const [x1, y1, x2, y2] = [0, 0, 0, 0].map(() => 100 * random.normal());
      const A = Math.hypot(m1, x1, y1) * Math.hypot(m2, x2, y2) + x1 * x2 + y1 * y2;
      const root = (1 + (4 * mC * mC) / (2 * A - m1 * m1 - m2 * m2)) * (A * A - (m1 * m2) ** 2);
      const value = mt2(m1, x1, y1, m2, x2, y2, -x1 - x2, -y1 - y2, mC);
      const threshold = Math.max(m1, m2) + mC;
      if (value > threshold * (1 + 1e-12)) {
        ++balanced;
        // A is a difference for back-to-back visibles, up to a thousand times its value.
        expect(value / Math.sqrt(mC * mC + A + Math.sqrt(root))).toBeCloseTo(1, 11);
      } else {
        expect(value).toBeCloseTo(threshold, 11);
      }
    }
    expect(balanced).toBeGreaterThan(500);
    expect(balanced).toBeLessThan(1000);
  });
});

describe('mt2 of collinear momenta', () => {
  it('is the parent mass where both decays send all along one line (kinematic endpoint)', () => {
    // Parents of mass M at rest: daughters with E + E_C = M, back to back. P = −p₁ − p₂ with p₂ = p₁.
    const [M, m, mC] = [500, 100, 300];
    const p = Math.sqrt((M * M - (m + mC) ** 2) * (M * M - (m - mC) ** 2)) / (2 * M);
    expect(mt2(m, p, 0, m, p, 0, -2 * p, 0, mC)).toBeCloseTo(M, 11);
  });
});

describe('mt2 of two equal branches', () => {
  it('is the transverse mass m_T(v, P/2) (closed form, by symmetry and convexity)', () => {
    const random = stream(1, 'equal branches');
    for (let i = 0; i < 100; ++i) {
      const [m, mC] = [100 * random.uniform(), 100 * random.uniform()];
      const [x, y, Px, Py] = [0, 0, 0, 0].map(() => 100 * random.normal());
      // A rounding of M_T2.
      expect(mt2(m, x, y, m, x, y, Px, Py, mC)).toBeCloseTo(
        transverseMass(m, x, y, mC, Px / 2, Py / 2),
        11
      );
      expect(mt2(0, x, y, 0, x, y, Px, Py, mC)).toBeCloseTo(
        transverseMass(0, x, y, mC, Px / 2, Py / 2),
        11
      );
    }
  });

  it('is m₁ + m_C1 if branch 2 is a massless particle at rest, that takes any momentum (closed form)', () => {
    expect(mt2(40, 30, -70, 0, 0, 0, 55, 12, 20, 0)).toBe(60);
  });
});

describe('mt2 of massless particles', () => {
  it.each([
    { P: [30, 40], what: 'along visible 1' },
    { P: [90, 15], what: 'between the visibles' },
    { P: [0, 0], what: 'none' },
    { P: [1e-9, 1e-9], what: 'between the visibles, and tiny' },
  ])('is exactly 0 if P = $P lies in their cone ($what)', ({ P }) => {
    expect(mt2(0, 30, 40, 0, 60, -25, P[0], P[1], 0)).toBe(0);
  });

  it('leaves 0 as the square root when P leaves the cone', () => {
    // P = δ n outwards of p₁ + p₂ at an angle ε from p₁: M² grows linearly in ε, M as its root.
    const at = (angle: number): number =>
      mt2(0, 50, 0, 0, 0, 50, 80 * Math.cos(angle), -80 * Math.sin(angle), 0);
    expect(at(0)).toBe(0);
    expect(at(1e-8)).toBeGreaterThan(0);
    expect(at(1e-8)).toBeLessThan(at(1e-7));
    expect(at(1e-7)).toBeLessThan(1e-2);
  });

  it('is m_C if the visibles are back to back, or have no transverse momentum', () => {
    // One invisible particle can go as far as it likes along each visible one.
    expect(mt2(0, 30, 40, 0, -60, -80, 12, -5, 7)).toBe(7);
    expect(mt2(0, 30, 40, 0, -60, -80, 12, -5, 0)).toBe(0);
    expect(mt2(0, 0, 0, 0, 60, -25, 12, -5, 7)).toBe(7);
    expect(mt2(0, 30, 40, 0, 0, 0, 12, -5, 7, 6)).toBe(7);
    expect(mt2(0, 0, 0, 0, 0, 0, 0, 0, 0)).toBe(0);
  });

  it('is √(2 (|p||k| − p·k)) with two collinear visibles and P off their line (closed form)', () => {
    // With v₂ = λ v₁ and massless invisibles the best k₁ shares P in the ratio that makes both equal:
    // with q(k) = |k| − p̂·k, |p| q(k₁) = λ|p| q(k₂) and q(k₁) + q(k₂) ≥ q(P).
    const [p, ratio, Px, Py] = [40, 1.5, 30, 20];
    const q = Math.hypot(Px, Py) - Px;
    const share = (p * ratio * p) / (p + ratio * p);
    expect(mt2(0, p, 0, 0, ratio * p, 0, Px, Py, 0)).toBeCloseTo(Math.sqrt(2 * share * q), 11);
  });
});

describe('mt2 at its threshold (unbalanced events)', () => {
  it('is exactly m₁ + m_C when branch 2 can take what branch 1 leaves', () => {
    // v₁ = C₁ at rest: M = 500. Branch 2 with k₂ = P has m_T² = 100 + 2·(√(…)…) far below.
    expect(mt2(200, 0, 0, 10, 5, 0, 3, 4, 300)).toBe(500);
    expect(mt2(10, 5, 0, 200, 0, 0, 3, 4, 300)).toBe(500);
  });

  it('joins the balanced solution continuously', () => {
    // At the largest |P| that is unbalanced, found by bisection, m_T(v₂, P − k₁) = M₀.
    const value = (P: number): number => mt2(200, 0, 0, 10, 50, 0, -P, 0, 100);
    let [inside, outside] = [0, 10_000];
    for (let i = 0; i < 80; ++i) {
      const middle = (inside + outside) / 2;
      if (value(middle) === 300) inside = middle;
      else outside = middle;
    }
    expect(inside).toBeGreaterThan(0);
    expect(value(outside)).toBeCloseTo(300, 11);
    expect(value(2 * outside)).toBeGreaterThan(310);
  });
});
