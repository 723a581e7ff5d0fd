import { describe, expect, it } from 'vitest';
import { boost, mass, type FourMomenta } from '@deelema/kinematics';
import { stream } from '@deelema/random';
import { decayAntlers, type BranchDraws, type RoleMomenta } from '../src/antler-decay.ts';
import type { Pairs } from '../src/pair-sampler.ts';
import { pull } from './support/statistics.ts';

const N = 20_000;
const random = stream(1, 'antlers');

/** Pairs, masses and angles all over the place, so that nothing is right by symmetry. */
const pairs: Pairs = {
  mass: draw(() => 1800 + 1000 * random.uniform()),
  rapidity: draw(() => random.normal()),
  cosTheta: draw(() => 2 * random.uniform() - 1),
};
const branches: [BranchDraws, BranchDraws] = [branch(900), branch(700)];
const stable = { a: 5, b: 0, C: 300 };
const momenta = decayAntlers(random, pairs, branches, stable);

describe('decayAntlers', () => {
  it('conserves four-momentum: all particles make up the pair', () => {
    const worst = largest((i) => {
      const [e, px, py, pz] = total(['a1', 'b1', 'c1', 'a2', 'b2', 'c2'], i);
      const [m, y] = [pairs.mass[i], pairs.rapidity[i]];
      return Math.max(
        Math.abs(e - m * Math.cosh(y)) / e,
        Math.abs(pz - m * Math.sinh(y)) / e,
        Math.abs(px) / e,
        Math.abs(py) / e
      );
    });
    // A dozen roundings of 1e-16 each.
    expect(worst).toBeLessThan(1e-13);
  });

  it.each([
    ['A1', ['a1', 'b1', 'c1'], branches[0].mA],
    ['A2', ['a2', 'b2', 'c2'], branches[1].mA],
    ['B1', ['b1', 'c1'], branches[0].mB],
    ['B2', ['b2', 'c2'], branches[1].mB],
  ] as const)('gives %s its mass', (_, roles, expected) => {
    // A particle that flies against a boost by a few units of rapidity loses some of its 16 digits.
    expect(largest((i) => offShell(total(roles, i), expected[i]))).toBeLessThan(1e-11);
  });

  it.each([
    ['a1', stable.a],
    ['a2', stable.a],
    ['b1', stable.b],
    ['b2', stable.b],
    ['c1', stable.C],
    ['c2', stable.C],
  ] as const)('keeps %s on its mass shell to rounding', (role, m) => {
    // Energies are taken from momentum and mass: a few roundings of squares and a root are left.
    expect(largest((i) => offShell(total([role], i), m))).toBeLessThan(8 * Number.EPSILON);
  });

  it('sends A₁ at the given angle to the beam', () => {
    const worst = largest((i) => {
      const [e, px, py, pz] = total(['a1', 'b1', 'c1'], i);
      const y = pairs.rapidity[i];
      const along = Math.cosh(y) * pz - Math.sinh(y) * e;
      return Math.abs(along / Math.hypot(px, py, along) - pairs.cosTheta[i]);
    });
    // Slow pairs lose digits in the boost back.
    expect(worst).toBeLessThan(1e-9);
  });

  it('has the given angle of b in the closed form m_ab² = m_a² + 2 (E_a E_b + p_a p_b cosθ)', () => {
    // In the frame of B both sides are fixed by masses; a flies against the direction of B.
    const worst = largest((i) => {
      const [mA, mB] = [branches[0].mA[i], branches[0].mB[i]];
      const eb = (mB * mB - stable.C ** 2) / (2 * mB);
      const ea = (mA * mA - mB * mB - stable.a ** 2) / (2 * mB);
      const pa = Math.sqrt(ea * ea - stable.a ** 2);
      const expected = stable.a ** 2 + 2 * eb * (ea + pa * branches[0].cosB[i]);
      const [e, px, py, pz] = total(['a1', 'b1'], i);
      return Math.abs(mass(e, px, py, pz) ** 2 - expected) / expected;
    });
    // Where a and b are parallel m_ab² is a small difference of squares of a TeV.
    expect(worst).toBeLessThan(1e-6);
  });

  it('makes a isotropic in the frame of A', () => {
    const frames = directionsOfA();
    for (const component of frames) {
      expect(Math.abs(pull(component, 0))).toBeLessThan(4);
      expect(
        Math.abs(
          pull(
            component.map((x) => x * x),
            1 / 3
          )
        )
      ).toBeLessThan(4);
    }
    const [x, y, z] = frames;
    expect(
      Math.abs(
        pull(
          x.map((value, i) => value * y[i]),
          0
        )
      )
    ).toBeLessThan(4);
    expect(
      Math.abs(
        pull(
          x.map((value, i) => value * z[i]),
          0
        )
      )
    ).toBeLessThan(4);
  });

  it('turns b evenly about the direction of B', () => {
    // The sine of the azimuth changes sign with p_B · (p_b × z).
    const signs = draw((i) => {
      const [, Bx, By] = total(['b1', 'c1'], i);
      return Math.sign(Bx * momenta.b1.py[i] - By * momenta.b1.px[i]);
    });
    expect(Math.abs(pull(signs, 0))).toBeLessThan(4);
  });
});

/** Unit vectors of a₁ in the rest frame of A₁: x, y and z. */
function directionsOfA(): [Float64Array, Float64Array, Float64Array] {
  const out = new Float64Array(4);
  const directions = [0, 1, 2].map(() => new Float64Array(N));
  for (let i = 0; i < N; ++i) {
    const { e, px, py, pz } = momenta.a1;
    const [, Px, Py, Pz] = total(['a1', 'b1', 'c1'], i);
    boost(e[i], px[i], py[i], pz[i], branches[0].mA[i], -Px, -Py, -Pz, out);
    const length = Math.hypot(out[1], out[2], out[3]);
    directions.forEach((component, k) => (component[i] = out[k + 1] / length));
  }
  return directions as [Float64Array, Float64Array, Float64Array];
}

function total(roles: readonly (keyof RoleMomenta)[], i: number): number[] {
  const sum = (column: keyof FourMomenta): number =>
    roles.reduce((value, role) => value + momenta[role][column][i], 0);
  return [sum('e'), sum('px'), sum('py'), sum('pz')];
}

/** |E² − p² − m²| relative to E². */
function offShell([e, px, py, pz]: number[], m: number): number {
  return Math.abs(e * e - px * px - py * py - pz * pz - m * m) / (e * e);
}

function branch(mA: number): BranchDraws {
  return {
    mA: draw(() => mA + random.uniform()),
    mB: draw(() => 500 + 10 * random.uniform()),
    cosB: draw(() => 2 * random.uniform() - 1),
  };
}

function draw(f: (i: number) => number): Float64Array {
  return new Float64Array(N).map((_, i) => f(i));
}

function largest(f: (i: number) => number): number {
  return draw(f).reduce((worst, x) => Math.max(worst, x), 0);
}
