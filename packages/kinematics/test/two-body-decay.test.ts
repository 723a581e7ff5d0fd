import { describe, expect, it } from 'vitest';
import { boost, decayMomentum, mass, twoBodyDecay, twoBodyDecayAlong } from '@deelema/kinematics';
import { numbers } from './support/numbers.ts';

describe('twoBodyDecay', () => {
  it('at rest sends the daughters back to back at the given angles (closed form)', () => {
    const out = new Float64Array(8);
    twoBodyDecay(1000, 0, 0, 0, 800, 0, 0.6, Math.PI / 2, out);
    // p* = 180 and sinθ = 0.8.
    const expected = [820, 0, 144, 108, 180, 0, -144, -108];
    expected.forEach((value, i) => expect(out[i]).toBeCloseTo(value, 11));
  });

  it('conserves momentum and puts the daughters on their mass shells (1000 decays)', () => {
    const { between, vector } = numbers(2);
    const out = new Float64Array(8);
    let worst = 0;
    for (let i = 0; i < 1000; ++i) {
      const P = vector(3, 2000);
      const E = Math.hypot(173, ...P);
      twoBodyDecay(173, P[0], P[1], P[2], 80.4, 4.7, between(-1, 1), between(0, 7), out);
      const sum = [0, 1, 2, 3].map((k) => out[k] + out[k + 4]);
      [E, ...P].forEach((p, k) => (worst = Math.max(worst, Math.abs(sum[k] - p) / E)));
      // m² is a difference of squares of E.
      const m1 = mass(out[0], out[1], out[2], out[3]);
      const m2 = mass(out[4], out[5], out[6], out[7]);
      worst = Math.max(worst, Math.abs(m1 ** 2 - 80.4 ** 2) / E ** 2);
      worst = Math.max(worst, Math.abs(m2 * Math.abs(m2) - 4.7 ** 2) / E ** 2);
    }
    expect(worst).toBeLessThan(8 * Number.EPSILON);
  });

  it('has the given angles in the rest frame of a moving parent', () => {
    const out = new Float64Array(8);
    const rest = new Float64Array(4);
    twoBodyDecay(80.4, 30, -40, 120, 1, 2, -0.3, 2.5, out);
    boost(out[0], out[1], out[2], out[3], 80.4, -30, 40, -120, rest);
    // Numbers of a few hundred, boosted twice with γ < 2: 1e-12 holds, 1e-14 does not.
    expect(rest[3] / decayMomentum(80.4, 1, 2)).toBeCloseTo(-0.3, 12);
    expect(Math.atan2(rest[2], rest[1])).toBeCloseTo(2.5, 12);
  });

  it('takes a direction instead of angles', () => {
    const angles = new Float64Array(8);
    const vector = new Float64Array(10);
    twoBodyDecay(173, 1, 2, 3, 80.4, 4.7, 0.6, 0, angles);
    twoBodyDecayAlong(173, 1, 2, 3, 80.4, 4.7, 0.8, 0, 0.6, vector, 2);
    angles.forEach((value, i) => expect(vector[i + 2]).toBeCloseTo(value, 12));
    expect([vector[0], vector[1]]).toEqual([0, 0]);
  });

  it('is NaN below threshold and at rest at it', () => {
    const out = new Float64Array(8);
    twoBodyDecay(1, 5, 6, 7, 0.6, 0.6, 0, 0, out);
    expect([...out]).toEqual(Array(8).fill(NaN));
    twoBodyDecay(12, 0, 0, 0, 5, 7, 1, 0, out);
    expect([...out].map(Math.abs)).toEqual([5, 0, 0, 0, 7, 0, 0, 0]);
  });
});
