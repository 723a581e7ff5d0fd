import { describe, expect, it } from 'vitest';
import { energy, mass, transverseMass } from '@deelema/kinematics';
import { numbers } from './support/numbers.ts';

describe('transverseMass', () => {
  it('is √(2 pT kT (1 − cosφ)) for massless particles (closed form of W → ℓν)', () => {
    expect(transverseMass(0, 40, 0, 0, -40, 0)).toBe(80);
    expect(transverseMass(0, 30, 40, 0, 40, -30)).toBeCloseTo(Math.sqrt(2 * 50 * 50), 13);
  });

  it('is m + m_k at rest and for equal velocities, the minimum (closed form)', () => {
    expect(transverseMass(4, 0, 0, 7, 0, 0)).toBe(11);
    expect(transverseMass(4, 8, -12, 7, 14, -21)).toBeCloseTo(11, 13);
    expect(transverseMass(0, 3, 4, 0, 6, 8)).toBe(0);
  });

  it('keeps its digits for nearly parallel light particles: m_T → √(p k) φ', () => {
    // The next order is φ²/24; E_T E_kT − p·k by subtraction would be 0 here.
    const angle = 1e-9;
    expect(transverseMass(0, 100, 0, 0, 40, 40 * angle) / (Math.sqrt(4000) * angle)).toBeCloseTo(
      1,
      12
    );
  });

  it('is the mass of the pair when the rapidities are equal, else less (1000 pairs)', () => {
    const { between, vector } = numbers(4);
    let worst = 0;
    for (let i = 0; i < 1000; ++i) {
      const [m, mk] = [between(1, 100), between(1, 100)];
      const [px, py, kx, ky] = vector(4, 200);
      const mT = transverseMass(m, px, py, mk, kx, ky);
      const pairMassAt = (pz: number, kz: number): number =>
        mass(energy(m, px, py, pz) + energy(mk, kx, ky, kz), px + kx, py + ky, pz + kz);
      worst = Math.max(worst, Math.abs(mT / pairMassAt(0, 0) - 1));
      expect(mT).toBeLessThan(pairMassAt(50, -20));
      expect(mT).toBeGreaterThanOrEqual(m + mk - 1e-12);
    }
    // The pair mass is the worse of the two: ε E²/m² with E/m of some tens.
    expect(worst).toBeLessThan(1e-12);
  });
});
