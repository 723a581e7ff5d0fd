import { describe, expect, it } from 'vitest';
import { grv94lo } from '@deelema/parton-distributions';
import { stream } from '@deelema/random';
import { PAIR } from '../src/density/differential.ts';
import { pairDensity, type PairDensity, type PairDensitySettings } from '../src/pair-density.ts';
import { pairProduction } from '../src/pair-production.ts';
import { edgesOf, histogram, sum } from './support/bins.ts';
import {
  binIntegrals,
  overBins,
  type BinEdges,
  type FixedProduction,
} from './support/direct-integral.ts';
import { fixedMasses } from './support/masses.ts';

const ENERGY = 13000;
const N = 200_000;

const TOP = make({ process: 'top-pair', poleMasses: [140, 220] });
const GLUINO = make({ process: 'gluino-pair', poleMasses: [700, 1400] });
const EVEN = make({ process: 'phase-space', poleMasses: [300, 3000] });

const CASES = [
  { name: 't t̄', density: TOP, process: 'top-pair', M: 173, m1: 173, m2: 173 },
  { name: 'light t t̄', density: TOP, process: 'top-pair', M: 141.3, m1: 141.3, m2: 141.3 },
  { name: 'off-shell t t̄', density: TOP, process: 'top-pair', M: 173, m1: 160, m2: 190 },
  { name: 'gluinos', density: GLUINO, process: 'gluino-pair', M: 1000, m1: 1000, m2: 1000 },
  { name: 'even', density: EVEN, process: 'phase-space', M: 1000, m1: 1000, m2: 1000 },
] as const;

describe.each(CASES)('pairDensity: $name', ({ density, process, M, m1, m2 }) => {
  const given: FixedProduction = { process, beamEnergy: ENERGY, poleMass: M, m1, m2 };
  const edges = edgesOf(given);
  const shares = binShares(density, given, edges);

  it('integrates to σ(m₁, m₂; M)/σ(M), 1 on shell', () => {
    const expected = directTotal(given) / directTotal({ ...given, m1: M, m2: M });
    const found = sum(binShares(density, given, fine(edges)));
    // The partons' table makes σ too large by 5e-4 at most, much the same for both; measured: 5e-5.
    expect(Math.abs(found / expected - 1)).toBeLessThan(2e-4);
  });

  it('has the cross-section of the distributions themselves', () => {
    const expected = directTotal({ ...given, m1: M, m2: M });
    // The partons' table.
    expect(Math.abs(density.crossSection(M) / expected - 1)).toBeLessThan(5e-4);
  });

  it('is what pairs are drawn from', () => {
    const production = pairProduction({
      ...{ beamEnergy: ENERGY, process, partons: grv94lo(), poleMass: M, seed: 1 },
      masses: fixedMasses(m1, m2),
    });
    const counts = histogram(production.sample(stream(1, 'density'), N), edges, ENERGY);
    const all = sum(shares);
    const expected = shares.map((share) => (N * share) / all);
    const large = [...expected.keys()].filter((bin) => expected[bin] >= 20);
    const chi2 = large.reduce(
      (total, b) => total + (counts[b] - expected[b]) ** 2 / expected[b],
      0
    );
    expect(large.length).toBeGreaterThan(80);
    // Four standard deviations of χ².
    expect((chi2 - large.length) / Math.sqrt(2 * large.length)).toBeLessThan(4);
  });

  it('is even in rapidity and angle, and 0 where there is no pair', () => {
    const mass = 1.3 * (m1 + m2);
    const at = (sqrtS: number, y: number, c: number): number =>
      valueAt(density, [sqrtS, y, c, m1, m2, M]);
    expect(at(mass, 0.4, 0.6)).toBeGreaterThan(0);
    // The same products in another order: rounding.
    expect(at(mass, -0.4, 0.6) / at(mass, 0.4, 0.6)).toBeCloseTo(1, 12);
    expect(at(mass, 0.4, -0.6)).toBe(at(mass, 0.4, 0.6));
    const none = [
      at(0.999 * (m1 + m2), 0, 0),
      at(mass, 1.001 * Math.log(ENERGY / mass), 0),
      at(1.001 * ENERGY, 0, 0),
    ];
    expect(none).toEqual([0, 0, 0]);
  });
});

describe('σ of a resonance', () => {
  it('is the mean over its masses', () => {
    const masses = [
      [160, 190],
      [170, 171],
    ] as const;
    const { crossSection } = make({
      ...{ process: 'top-pair', poleMasses: [170, 176] },
      offShell: (M) => masses.map(([m1, m2]) => [m1 + M - 173, m2 + M - 173]),
    });
    const each = masses.map(([m1, m2]) => {
      const given = { process: 'top-pair', beamEnergy: ENERGY, poleMass: 173, m1, m2 } as const;
      return directTotal(given);
    });
    // As for narrow ones.
    expect(crossSection(173) / ((each[0] + each[1]) / 2)).toBeCloseTo(1, 3);
  });

  it('falls smoothly with the mass', () => {
    const masses = [172.6, 172.8, 173, 173.2, 173.4].map((M) => Math.log(TOP.crossSection(M)));
    const curvature = masses[0] - 4 * masses[1] + 6 * masses[2] - 4 * masses[3] + masses[4];
    // The fourth difference of a power law is far below rounding of what is summed.
    expect(Math.abs(curvature)).toBeLessThan(1e-8);
    expect(masses[0]).toBeGreaterThan(masses[4]);
  });
});

describe('errors', () => {
  it.each([
    [
      [0, 100],
      "pairDensity: the pole masses go from 0 to 100 GeV, expected a rising range above 0 and below half of the beams' 13000 GeV.",
    ],
    [
      [1000, 6500],
      "pairDensity: the pole masses go from 1000 to 6500 GeV, expected a rising range above 0 and below half of the beams' 13000 GeV.",
    ],
  ] as const)('refuses the range %o', (poleMasses, message) => {
    expect(() => make({ process: 'phase-space', poleMasses })).toThrow(new RangeError(message));
  });

  it('refuses a pole mass outside its range', () => {
    expect(() => TOP.crossSection(139)).toThrow(
      new RangeError('pairDensity: the pole mass is 139 GeV, expected one from 140 to 220 GeV.')
    );
    expect(() => valueAt(TOP, [400, 0, 0, 221, 221, 221])).toThrow(RangeError);
  });
});

function make(settings: Omit<PairDensitySettings, 'beamEnergy' | 'partons'>): PairDensity {
  return pairDensity({ beamEnergy: ENERGY, partons: grv94lo(), ...settings });
}

function valueAt({ evaluate }: PairDensity, given: readonly number[]): number {
  const row = new Float64Array(PAIR.length);
  row.set(given);
  evaluate(row);
  return row[PAIR.density];
}

/** Each bin halved, for four points are few in a wide one. */
function fine(edges: BinEdges): BinEdges {
  const [masses, shares, cosines] = edges.map((old) =>
    old.slice(1).reduce((cut, end, i) => [...cut, 0.5 * (old[i] + end), end], [old[0]])
  );
  return [masses, shares, cosines];
}

/** σ by the distributions themselves. */
function directTotal(given: FixedProduction): number {
  return sum(binIntegrals(given, fine(edgesOf(given))).all);
}

/** ∫ density by bin, both signs of y and cosθ together. */
function binShares(
  { evaluate }: PairDensity,
  given: FixedProduction,
  edges: BinEdges
): Float64Array {
  const { m1, m2, poleMass } = given;
  const shares = new Float64Array(edges.reduce((n, { length }) => n * (length - 1), 1));
  const row = new Float64Array(PAIR.length);
  overBins(ENERGY, edges, (bin, mass, y, c, volume) => {
    row.set([mass, y, c, m1, m2, poleMass]);
    evaluate(row);
    // d√ŝ = √ŝ/2 dlnŝ, and four signs.
    shares[bin] += 2 * mass * row[PAIR.density] * volume;
  });
  return shares;
}
