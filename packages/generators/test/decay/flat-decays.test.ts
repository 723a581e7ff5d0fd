import { describe, expect, it } from 'vitest';
import { boost, decayMomentum } from '@deelema/kinematics';
import { stream } from '@deelema/random';
import { flatDecays } from '../../src/decay/flat-decays.ts';
import { kolmogorov, pull } from '../../../../test/support/statistics.ts';
import { zeroBranch } from '../support/zero-branch.ts';

const N = 50_000;

function decays(mA: number, mB: number, stable: { a: number; b: number; C: number }) {
  const branch = zeroBranch(N);
  const fill = (m: number) => new Float64Array(N).fill(m);
  flatDecays(stream(1, 'flat-decays'), fill(mA), fill(mB), stable, branch);
  return branch;
}

function largest(f: (i: number) => number): number {
  return new Float64Array(N).reduce((worst, _, i) => Math.max(worst, f(i)), 0);
}

const MASSIVE = { a: 40, b: 15, C: 300 };

describe('flatDecays', () => {
  it('gives a the decay momentum in the frame of A', () => {
    const { a } = decays(900, 500, MASSIVE);
    const p = decayMomentum(900, 500, MASSIVE.a);
    // A few roundings.
    expect(largest((i) => Math.abs(Math.hypot(a.px[i], a.py[i], a.pz[i]) / p - 1))).toBeLessThan(
      1e-15 * 4
    );
  });

  it('leaves B and C their masses', () => {
    const { a, b } = decays(900, 500, MASSIVE);
    const recoil = (i: number, fromB: 0 | 1): number => {
      const e = 900 - a.e[i] - fromB * b.e[i];
      const [x, y, z] = (['px', 'py', 'pz'] as const).map((k) => -a[k][i] - fromB * b[k][i]);
      return Math.sqrt(e * e - x * x - y * y - z * z);
    };
    // Differences of squares of 500 GeV: 1e-16 of them over m².
    expect(largest((i) => Math.abs(recoil(i, 0) / 500 - 1))).toBeLessThan(1e-14);
    expect(largest((i) => Math.abs(recoil(i, 1) / 300 - 1))).toBeLessThan(1e-14);
  });

  it('keeps b on its mass shell', () => {
    const { b } = decays(900, 500, MASSIVE);
    const off = (i: number) =>
      (b.e[i] ** 2 - b.px[i] ** 2 - b.py[i] ** 2 - b.pz[i] ** 2 - MASSIVE.b ** 2) / b.e[i] ** 2;
    expect(largest((i) => Math.abs(off(i)))).toBeLessThan(1e-14);
  });

  it('has m_ab² even up to (m_A² − m_B²)(m_B² − m_C²)/m_B² (Hinchliffe et al., Phys. Rev. D 55 (1997) 5520)', () => {
    const { a, b } = decays(1000, 800, { a: 0, b: 0, C: 700 });
    const edge = ((1000 ** 2 - 800 ** 2) * (800 ** 2 - 700 ** 2)) / 800 ** 2;
    const share = new Float64Array(N).map((_, i) => {
      const dot = a.px[i] * b.px[i] + a.py[i] * b.py[i] + a.pz[i] * b.pz[i];
      return (2 * (a.e[i] * b.e[i] - dot)) / edge;
    });
    expect(share.reduce((m, x) => Math.max(m, x), 0)).toBeLessThan(1 + 1e-12);
    // √n D < 1.95 holds for 99.9 % of all samples; the seed is fixed.
    expect(kolmogorov(share, (x) => Math.min(x, 1))).toBeLessThan(1.95);
  });

  it('makes a isotropic in the frame of A and b in the frame of B, independent of each other', () => {
    const { a, b } = decays(900, 500, MASSIVE);
    const [pa, pb] = [decayMomentum(900, 500, MASSIVE.a), decayMomentum(500, MASSIVE.b, 300)];
    const out = new Float64Array(4);
    const ofb = new Float64Array(N);
    const ofa = a.pz.map((z) => z / pa);
    for (let i = 0; i < N; ++i) {
      // B moves against a; the boost goes back into its frame.
      boost(b.e[i], b.px[i], b.py[i], b.pz[i], 500, a.px[i], a.py[i], a.pz[i], out);
      ofb[i] = out[3] / pb;
    }
    const even = (c: number): number => Math.min(Math.max((1 + c) / 2, 0), 1);
    expect(kolmogorov(ofa, even)).toBeLessThan(1.95);
    expect(kolmogorov(ofb, even)).toBeLessThan(1.95);
    const products = ofa.map((c, i) => c * ofb[i]);
    expect(Math.abs(pull(products, 0))).toBeLessThan(4);
  });
});
