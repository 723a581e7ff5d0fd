import { describe, expect, it } from 'vitest';
import type { FourMomenta } from '@deelema/kinematics';
import type { Pairs } from '@deelema/pair-production';
import { stream } from '@deelema/random';
import { antlersToLaboratory } from '../../src/decay/antlers-to-laboratory.ts';
import type { BranchMomenta } from '../../src/decay/branch-momenta.ts';
import { flatDecays } from '../../src/decay/flat-decays.ts';
import { pairFrames } from '../../src/decay/pair-frames.ts';
import { kolmogorov, mean } from '../../../../test/support/statistics.ts';
import { zeroBranch } from '../support/zero-branch.ts';

const N = 20_000;
const random = stream(1, 'antlers');
const stable = { a: 5, b: 0, C: 300 };

/** Pairs, masses and angles all over the place, so that nothing is right by symmetry. */
const pairs: Pairs = {
  mass: draw(() => 1800 + 1000 * random.uniform()),
  rapidity: draw(() => random.normal()),
  cosTheta: draw(() => 2 * random.uniform() - 1),
  channel: new Uint8Array(N),
  masses: [around(900), around(700), around(500), around(500)],
};

const CASES = [
  { name: 'without recoil', recoil: undefined },
  { name: 'with recoil', recoil: () => 300 * random.exponential() },
];

describe.each(CASES)('antlersToLaboratory $name', ({ recoil }) => {
  const branches = [zeroBranch(N), zeroBranch(N)] as const;
  const [mA1, mA2, mB1, mB2] = pairs.masses;
  flatDecays(random, mA1, mB1, stable, branches[0]);
  flatDecays(random, mA2, mB2, stable, branches[1]);
  const inFrameOfA = { e: branches[0].a.e.slice(), pz: branches[0].a.pz.slice() };
  const frames = pairFrames(random, pairs, recoil);
  antlersToLaboratory(frames, pairs, stable, branches);
  const [one, two] = branches;
  const pair = (i: number): number[] => total(i, ...all(one), ...all(two));

  it('gives the pair its mass, rapidity and transverse momentum', () => {
    const worst = largest((i) => {
      const [e, px, py, pz] = pair(i);
      const pt2 = px * px + py * py;
      const m = Math.sqrt(e * e - pt2 - pz * pz);
      const { x, y } = frames.recoil ?? { x: new Float64Array(N), y: new Float64Array(N) };
      return Math.max(
        Math.abs(m - pairs.mass[i]) / e,
        Math.abs(Math.atanh(pz / e) - pairs.rapidity[i]),
        Math.abs(px - pairs.mass[i] * x[i]) / e,
        Math.abs(py - pairs.mass[i] * y[i]) / e
      );
    });
    // A dozen roundings of 1e-16 each, and four units of rapidity.
    expect(worst).toBeLessThan(1e-12);
  });

  it.each([
    ['A1', all(one), mA1],
    ['A2', all(two), mA2],
    ['B1', [one.b, one.c], mB1],
    ['B2', [two.b, two.c], mB2],
  ] as const)('gives %s its mass', (_, particles, expected) => {
    // A particle that flies against a boost by a few units of rapidity loses some of its 16 digits.
    expect(largest((i) => offShell(total(i, ...particles), expected[i]))).toBeLessThan(1e-11);
  });

  it.each(['a', 'b', 'c'] as const)('keeps %s on its mass shell to rounding', (particle) => {
    const m = stable[particle === 'c' ? 'C' : particle];
    for (const branch of branches) {
      // Energies are taken from momentum and mass: a few roundings of squares and a root are left.
      const worst = largest((i) => offShell(total(i, branch[particle]), m));
      expect(worst).toBeLessThan(8 * Number.EPSILON);
    }
  });

  it('keeps the energy of a in the frame of A, an invariant: p_a·p_A/m_A', () => {
    const worst = largest((i) => {
      const [e, px, py, pz] = total(i, ...all(one));
      const { a } = one;
      const product = a.e[i] * e - a.px[i] * px - a.py[i] * py - a.pz[i] * pz;
      return Math.abs(product / mA1[i] / inFrameOfA.e[i] - 1);
    });
    expect(worst).toBeLessThan(1e-10);
  });

  it('sends A₁ at the given angle to the beam, and a at its own to A₁', () => {
    const worst = largest((i) => {
      const A1 = inPairFrame(i, pair(i), total(i, ...all(one)));
      const a = inPairFrame(i, pair(i), total(i, one.a));
      const p = Math.hypot(A1[1], A1[2], A1[3]);
      const along = (a[1] * A1[1] + a[2] * A1[2] + a[3] * A1[3]) / p;
      const energyA = Math.sqrt(mA1[i] ** 2 + p * p);
      const expected = (energyA * inFrameOfA.pz[i] + p * inFrameOfA.e[i]) / mA1[i];
      return Math.max(
        Math.abs(A1[3] / p - pairs.cosTheta[i]),
        Math.abs(along - expected) / energyA
      );
    });
    // Slow pairs lose digits in the boost back.
    expect(worst).toBeLessThan(1e-9);
  });

  it('turns the pairs evenly about the beam', () => {
    const azimuth = draw((i) => {
      const [, x, y] = inPairFrame(i, pair(i), total(i, ...all(one)));
      return Math.atan2(y, x);
    });
    // √n D < 1.95 holds for 99.9 % of all samples; the seed is fixed.
    expect(kolmogorov(azimuth, (phi) => 0.5 + phi / (2 * Math.PI))).toBeLessThan(1.95);
  });
});

describe('pairFrames', () => {
  it('draws recoils in all directions, of the momentum asked for', () => {
    const { recoil } = pairFrames(random, pairs, () => 250);
    const { x, y } = recoil ?? { x: new Float64Array(N), y: new Float64Array(N) };
    expect(largest((i) => Math.abs(Math.hypot(x[i], y[i]) * pairs.mass[i] - 250))).toBeLessThan(
      1e-9
    );
    expect(Math.abs(mean(x.map((value, i) => Math.atan2(y[i], value))))).toBeLessThan(
      (4 * Math.PI) / Math.sqrt(3 * N)
    );
  });
});

/** Back to the frame of the pair: along the beam first, then across it. */
function inPairFrame(i: number, pair: number[], [e, px, py, pz]: number[]): number[] {
  const [eP, xP, yP, zP] = pair;
  const mT = Math.sqrt(eP * eP - zP * zP);
  const [cosh, sinh] = [eP / mT, zP / mT];
  const [e1, z1] = [cosh * e - sinh * pz, cosh * pz - sinh * e];
  const m = pairs.mass[i];
  const along = (xP * px + yP * py) / m;
  const factor = (-e1 + along / (mT / m + 1)) / m;
  return [(mT / m) * e1 - along, px + xP * factor, py + yP * factor, z1];
}

function all({ a, b, c }: BranchMomenta): FourMomenta[] {
  return [a, b, c];
}

function total(i: number, ...particles: readonly FourMomenta[]): number[] {
  const sum = (column: keyof FourMomenta): number =>
    particles.reduce((value, p) => value + p[column][i], 0);
  return [sum('e'), sum('px'), sum('py'), sum('pz')];
}

/** |E² − p² − m²| relative to E². */
function offShell([e, px, py, pz]: number[], m: number): number {
  return Math.abs(e * e - px * px - py * py - pz * pz - m * m) / (e * e);
}

function around(m: number): Float64Array {
  return draw(() => m + random.uniform());
}

function draw(f: (i: number) => number): Float64Array {
  return new Float64Array(N).map((_, i) => f(i));
}

function largest(f: (i: number) => number): number {
  return draw(f).reduce((worst, x) => Math.max(worst, x), 0);
}
