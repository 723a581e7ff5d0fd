import { describe, expect, it } from 'vitest';
import { boost, mass } from '@deelema/kinematics';
import { numbers } from './support/numbers.ts';

type Vector = readonly [number, number, number, number];

function boosted(p: Vector, M: number, P: readonly number[]): [number, number, number, number] {
  const out = new Float64Array(4);
  boost(...p, M, P[0], P[1], P[2], out);
  return [out[0], out[1], out[2], out[3]];
}

describe('boost', () => {
  it('along z has β = 4/5 and γ = 5/3 for M = 3, P = 4 (by hand)', () => {
    // E' = γ(E + β pz) = (5·10 + 4·2)/3, pz' = γ(pz + βE) = (5·2 + 4·10)/3.
    const [e, px, py, pz] = boosted([10, 1, -3, 2], 3, [0, 0, 4]);
    expect([px, py]).toEqual([1, -3]);
    expect(e).toBeCloseTo(58 / 3, 13);
    expect(pz).toBeCloseTo(50 / 3, 13);
  });

  it('gives a particle at rest the momentum P', () => {
    const found = boosted([173, 0, 0, 0], 173, [12, -34, 56]);
    [Math.hypot(173, 12, 34, 56), 12, -34, 56].forEach((expected, i) =>
      expect(found[i]).toBeCloseTo(expected, 12)
    );
  });

  it('by P = 0 changes nothing, and by a tiny P adds P E/M exactly to first order', () => {
    const p: Vector = [10, 1, -3, 2];
    expect(boosted(p, 173, [0, 0, 0])).toEqual([...p]);
    // From rest, where no larger number hides the change; a form with (γ − 1)/β² gives NaN or 0.
    const [e, px] = boosted([7, 0, 0, 0], 2, [1e-200, 0, 0]);
    expect(e).toBe(7);
    expect(px / 3.5e-200).toBeCloseTo(1, 15);
  });

  it('there and back gives the vector again, and keeps its mass (1000 boosts, γ < 50)', () => {
    const { between, vector } = numbers(1);
    let worst = 0;
    for (let i = 0; i < 1000; ++i) {
      const [px, py, pz] = vector(3, 100);
      const p: Vector = [between(200, 300), px, py, pz];
      const P = vector(3, 300);
      const M = between(10, 11);
      const there = boosted(p, M, P);
      const back = boosted(there, M, [-P[0], -P[1], -P[2]]);
      // Rounding at the boosted energies E' comes back magnified by γ.
      const scale = (there[0] * Math.hypot(M, ...P)) / M;
      for (let k = 0; k < 4; ++k) worst = Math.max(worst, Math.abs(back[k] - p[k]) / scale);
      // m is a difference of squares of E': its error is ε E'²/m.
      const massError = Math.abs(mass(...there) - mass(...p)) * (mass(...p) / there[0] ** 2);
      worst = Math.max(worst, massError);
    }
    expect(worst).toBeLessThan(8 * Number.EPSILON);
  });

  it('writes at an index and leaves the rest of the buffer alone', () => {
    const out = new Float64Array(6).fill(-1);
    boost(2, 0, 0, 0, 3, 0, 0, 0, out, 1);
    expect([...out]).toEqual([-1, 2, 0, 0, 0, -1]);
  });
});
