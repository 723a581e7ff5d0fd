import { describe, expect, it } from 'vitest';
import { decayMomentum } from '@deelema/kinematics';
import { stream } from '@deelema/random';
import { deviation, kolmogorov, mean } from '../../../../test/support/statistics.ts';
import {
  cascades,
  cumulated,
  directBranch,
  firstBatch,
  massTogether,
} from '../support/cascades.ts';

const N = 20_000;
const [M, LIGHT] = [900, 250];

/** Branch 1 ends with a heavy particle, branch 2 with a massless one. */
function direct(letters: string) {
  return firstBatch(
    cascades({
      branches: [directBranch(1, letters, M, LIGHT), directBranch(2, letters, M, 0)],
      events: N,
    })
  );
}

/** λ(x, y, z). */
function kallen(x: number, y: number, z: number): number {
  return Math.max(0, (x - y - z) ** 2 - 4 * y * z);
}

const squares = (masses: Float64Array): Float64Array => masses.map((m) => m * m);

// √n D < 1.95 holds for 99.9 % of all samples; the seed is fixed. With n = 20 000, an error of 1.4 % of
// all events somewhere is seen; masses drawn without the weight are off by 3 %.
const FIT = 1.95;

describe('A → a b C', () => {
  const batch = direct('ab');

  // Review of Particle Physics, section Kinematics, three-body decays: a flat Dalitz plot has
  // dΓ/dm_12² ∝ length of its line there ∝ |p₁*| |p₃|/m_12; for massless a and b it is p₃ alone.
  it.each([
    [1, LIGHT],
    [2, 0],
  ])('has dN/dm_ab² ∝ λ^½(M², m_ab², m_C²) in branch %i, m_C = %i GeV', (k, mC) => {
    const density = (s: number): number => Math.sqrt(kallen(M * M, s, mC * mC));
    const found = squares(massTogether(batch, `a${k}`, `b${k}`));
    expect(kolmogorov(found, cumulated(density, [0, (M - mC) ** 2]))).toBeLessThan(FIT);
  });

  it.each(['a', 'b'])('has dN/dm² ∝ (M² − m²)(m² − m_C²)/m² of %s and C, the same', (letter) => {
    const density = (s: number): number => ((M * M - s) * (s - LIGHT * LIGHT)) / s;
    const found = squares(massTogether(batch, `${letter}1`, 'c1'));
    expect(kolmogorov(found, cumulated(density, [LIGHT ** 2, M * M]))).toBeLessThan(FIT);
  });

  it('has m_aC² over M² with the distribution function 1 − (1 − x)² for massless C', () => {
    const found = squares(massTogether(batch, 'a2', 'c2')).map((s) => s / (M * M));
    expect(kolmogorov(found, (x) => 1 - (1 - x) ** 2)).toBeLessThan(FIT);
  });
});

/**
 * Weighted means of m_abd and of m_ab in M → (a b d) C by the recursion the other way round.
 *
 *     weight = p*(M; m_abd, m_C) p*(m_abd; m_ab, 0) p*(m_ab; 0, 0),   masses from sorted even numbers
 *
 * @see F. James, Monte Carlo Phase Space, CERN 68-15 (1968), GENBOD
 */
function weighted(mC: number): readonly { readonly mean: number; readonly error: number }[] {
  const random = stream(1, 'weighted', mC);
  const points = Array.from({ length: 200_000 }, () => {
    const one = (M - mC) * random.uniform();
    const two = (M - mC) * random.uniform();
    const [ab, abd] = [Math.min(one, two), Math.max(one, two)];
    const weight = decayMomentum(M, abd, mC) * decayMomentum(abd, ab, 0) * (ab / 2);
    return { weight, masses: [abd, ab] };
  });
  const total = points.reduce((sum, { weight }) => sum + weight, 0);
  return [0, 1].map((k) => {
    const average = points.reduce((sum, p) => sum + p.weight * p.masses[k], 0) / total;
    const spread = points.reduce((sum, p) => sum + (p.weight * (p.masses[k] - average)) ** 2, 0);
    return { mean: average, error: Math.sqrt(spread) / total };
  });
}

describe('A → a b d C', () => {
  const batch = direct('abd');

  // Four standard errors of both samples together; masses drawn without the weight are off by twelve.
  it.each([
    [1, LIGHT],
    [2, 0],
  ])('has the mean masses of weighted events in branch %i, m_C = %i GeV', (k, mC) => {
    const [three, two] = weighted(mC);
    const roles = ['a', 'b', 'd'].map((letter) => `${letter}${k}`);
    const agree = (masses: Float64Array, expected: { mean: number; error: number }): void => {
      const error = Math.hypot(deviation(masses) / Math.sqrt(N), expected.error);
      expect(Math.abs(mean(masses) - expected.mean) / error).toBeLessThan(4);
    };
    agree(massTogether(batch, ...roles), three);
    // Any two of the three.
    for (const left of roles) agree(massTogether(batch, ...roles.filter((r) => r !== left)), two);
  });
});

describe('A → a b d e f C', () => {
  it('shares the energy alike, as massless particles in flat phase space do', () => {
    const batch = direct('abdef');
    // All 15 pairs of 6 massless particles weigh the same on average, and Σ m_ij² = M²: seen with four
    // standard errors.
    const roles = ['a2', 'b2', 'd2', 'e2', 'f2', 'c2'];
    roles.forEach((one, k) => {
      for (const other of roles.slice(0, k)) {
        const share = squares(massTogether(batch, one, other)).map((s) => s / (M * M));
        const error = deviation(share) / Math.sqrt(N);
        expect(Math.abs(mean(share) - 1 / 15) / error).toBeLessThan(4);
      }
    });
  });
});
