import { describe, expect, it } from 'vitest';
import { boost, decayMomentum } from '@deelema/kinematics';
import { stream } from '@deelema/random';
import { isotropic } from '../../src/decay/isotropic.ts';
import { helicityFractions } from '../../src/decay/lepton-angle.ts';
import { topDecays } from '../../src/decay/top-decays.ts';
import { kolmogorov, pull } from '../../../../test/support/statistics.ts';
import { zeroBranch } from '../support/zero-branch.ts';

const N = 50_000;
const [MT, MW, MB] = [175, 82, 4.7];
const random = stream(1, 'top-decays');
const leptons = new Float64Array(3 * N);
for (let i = 0; i < N; ++i) isotropic(random, leptons, 3 * i);
const out = zeroBranch(N);
topDecays(random, fill(MT), fill(MW), MB, leptons, out);
const { a, b } = out;

describe('topDecays', () => {
  it('sends the lepton where it is told', () => {
    const worst = largest((i) =>
      Math.max(
        ...(['px', 'py', 'pz'] as const).map((k, at) =>
          Math.abs(b[k][i] / b.e[i] - leptons[3 * i + at])
        )
      )
    );
    expect(worst).toBeLessThan(4 * Number.EPSILON);
  });

  it('gives b the decay momentum and leaves a massless neutrino', () => {
    const p = decayMomentum(MT, MW, MB);
    expect(largest((i) => Math.abs(Math.hypot(a.px[i], a.py[i], a.pz[i]) / p - 1))).toBeLessThan(
      1e-14
    );
    const neutrino = (i: number) => {
      const e = MT - a.e[i] - b.e[i];
      const p2 = (a.px[i] + b.px[i]) ** 2 + (a.py[i] + b.py[i]) ** 2 + (a.pz[i] + b.pz[i]) ** 2;
      return Math.abs(e * e - p2) / MT ** 2;
    };
    expect(largest(neutrino)).toBeLessThan(1e-14);
  });

  it('has the V−A angle of the lepton in the frame of the W', () => {
    const frame = new Float64Array(4);
    const p = decayMomentum(MT, MW, MB);
    const cosines = fill(0).map((_, i) => {
      // W moves against the b quark; the boost by p_b goes back into its frame.
      const [x, y, z] = [a.px[i], a.py[i], a.pz[i]];
      boost(b.e[i], b.px[i], b.py[i], b.pz[i], MW, x, y, z, frame);
      return -(frame[1] * x + frame[2] * y + frame[3] * z) / p / frame[0];
    });
    const { longitudinal, left, right } = helicityFractions(MT, MW, MB);
    const cdf = (c: number): number =>
      longitudinal * (0.5 + 0.75 * c - 0.25 * c ** 3) +
      left * (1 - ((1 - c) / 2) ** 3) +
      right * ((1 + c) / 2) ** 3;
    // √n D < 1.95 holds for 99.9 % of all samples; the seed is fixed.
    expect(kolmogorov(cosines, cdf)).toBeLessThan(1.95);
  });

  it('turns the rest evenly about the lepton, so that b is isotropic too', () => {
    const p = decayMomentum(MT, MW, MB);
    const even = (c: number): number => Math.min(Math.max((1 + c) / 2, 0), 1);
    for (const k of ['px', 'py', 'pz'] as const) {
      expect(
        kolmogorov(
          a[k].map((x) => x / p),
          even
        )
      ).toBeLessThan(1.95);
    }
    // Handedness about the lepton and a fixed axis.
    const turns = fill(0).map((_, i) => Math.sign(a.px[i] * b.py[i] - a.py[i] * b.px[i]));
    expect(Math.abs(pull(turns, 0))).toBeLessThan(4);
  });

  it('has the analysing powers of a polarised top: 1 for the lepton, −0.41 for the b (Jeżabek, Kühn, Nucl. Phys. B 320 (1989) 20)', () => {
    // Leptons of a top with spin along z: 1 + cosθ; the others follow by weight.
    const along = fill(0).map(
      (_, i) => (3 * (1 + leptons[3 * i + 2]) * a.pz[i]) / decayMomentum(MT, MW, MB)
    );
    const ratio = (MT / MW) ** 2;
    const power = -(ratio - 2) / (ratio + 2);
    // ⟨3 cosθ⟩ = power; m_b takes 0.2 % of it, a fifth of the standard error of 0.9 %.
    expect(Math.abs(pull(along, power))).toBeLessThan(4);
  });
});

function fill(value: number): Float64Array {
  return new Float64Array(N).fill(value);
}

function largest(f: (i: number) => number): number {
  return fill(0).reduce((worst, _, i) => Math.max(worst, f(i)), 0);
}
