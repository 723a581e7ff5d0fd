import { grad, ones, tensor1d, tensor2d, unstack } from '@tensorflow/tfjs-core';
import type { Tensor1D } from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { MASS_SQUARED_FLOOR, guardedMass } from '../src/index.ts';
import { BACKENDS, relativeError, take, useBackend } from './backends.ts';

/** Mass as a function of the energy alone, of particles with momentum (0.3, −0.4, 1.2), |p| = 1.3. */
function massOfEnergy(e: Tensor1D): Tensor1D {
  const component = (value: number) => tensor1d(new Float32Array(e.size).fill(value));
  return guardedMass({ e, px: component(0.3), py: component(-0.4), pz: component(1.2) });
}

describe.each(BACKENDS)('guardedMass on %s', (backend) => {
  beforeEach(() => useBackend(backend));

  it('is √(E² − |p|²) for a particle with a mass', async () => {
    const masses = [0.5, 1, 3];
    const energies = masses.map((m) => Math.hypot(m, 1.3));
    // float32: 6e-8 of E² ≈ 2 in m² ≥ 0.25.
    expect(relativeError(await take(massOfEnergy(tensor1d(energies))), masses)).toBeLessThan(1e-6);
  });

  it('is finite, with a finite slope that pulls upwards, where m² is 0 or negative', async () => {
    const energies = tensor1d([1.3, 1.2999, 1, 0]);
    const masses = await take(massOfEnergy(energies));
    const slopes = await take(grad((e) => massOfEnergy(e as Tensor1D))(energies, ones([4])));
    for (const [i, mass] of masses.entries()) {
      expect(Number.isFinite(mass), `mass ${mass} of event ${i}`).toBe(true);
      expect(Number.isFinite(slopes[i]), `slope ${slopes[i]} of event ${i}`).toBe(true);
    }
    expect(slopes[1]).toBeGreaterThan(0);
    expect(slopes[2]).toBeGreaterThan(0);
    expect(masses[1]).toBeLessThan(masses[0]);
  });

  it('continues the square root by its tangent, (s + s₀) / (2 √s₀)', async () => {
    // At rest s = E² exactly, so that nothing is lost in a difference.
    const zero = () => tensor1d([0, 0, 0]);
    const s = [4, 0.25, 0].map((factor) => factor * MASS_SQUARED_FLOOR);
    const e = tensor1d(s.map(Math.sqrt));
    const root = Math.sqrt(MASS_SQUARED_FLOOR);
    const expected = [2 * root, 0.625 * root, 0.5 * root];
    const masses = await take(guardedMass({ e, px: zero(), py: zero(), pz: zero() }));
    expect(relativeError(masses, expected)).toBeLessThan(1e-6);
  });

  it('never gives NaN for massless float32 momenta, past bug of √m² in the authors’ code', async () => {
    // Two particles of 2.5 TeV a hundred-thousandth of a radian apart: m² = 6e-10 is lost in the
    // rounding of E² = 25.
    const angle = 1e-5;
    const p = { e: 5, px: 2.5 * Math.sin(angle), py: 0, pz: 2.5 * (1 + Math.cos(angle)) };
    const columns = tensor2d([[p.e], [p.px], [p.py], [p.pz]]);
    const gradient = grad((x) => {
      const [e, px, py, pz] = unstack(x) as Tensor1D[];
      return guardedMass({ e, px, py, pz });
    });
    expect([...(await take(gradient(columns, ones([1]))))].every(Number.isFinite)).toBe(true);
  });
});
