import { describe, expect, it } from 'vitest';
import {
  grv94lo,
  PARTON_COUNT,
  PARTONS,
  type PartonDistributions,
} from '@deelema/parton-distributions';
import { stream } from '@deelema/random';
import { FLUX, partonFlux } from '../../src/collision/parton-flux.ts';
import { partonGrid } from '../../src/collision/parton-grid.ts';

/** Fluxes of g g and q q̄. */
type Fluxes = readonly [gluons: number, quarks: number];

describe('partonFlux', () => {
  // Fluxes of t t̄ at 13 TeV hold what 1000 GeV gluinos need, too; the bounds are the documented ones.
  it.each([
    ['GRV94 LO, x < 0.3', grv94lo(), 0.3, 5e-4],
    ['GRV94 LO, x < 0.6', grv94lo(), 0.6, 2e-3],
    ['GRV94 LO with c and b, x < 0.3', grv94lo({ heavyFlavours: true }), 0.3, 5e-4],
  ])('agrees with the distributions: %s', (_, partons, largestX, tolerance) => {
    const leastX = (346 / 13000) ** 2;
    const flux = tabulated(partons, leastX, [173 ** 2, 6500 ** 2]);
    const random = stream(1, 'flux');
    let worst = 0;
    for (let k = 0; k < 5000; ++k) {
      const x1 = leastX * (largestX / leastX) ** random.uniform();
      const x2 = leastX * (largestX / leastX) ** random.uniform();
      const q2 = (173 * (6500 / 173) ** random.uniform()) ** 2;
      const ours = flux(x1, x2, q2);
      direct(partons, x1, x2, q2).forEach((expected, channel) => {
        worst = Math.max(worst, Math.abs(ours[channel] / expected - 1));
      });
    }
    expect(worst).toBeLessThan(tolerance);
  });

  it('is exact where x f is linear in ln x and ln Q², flavour by flavour', () => {
    const partons = made((place, x, q2) => place - Math.log(x) * (1 + 0.1 * Math.log(q2)));
    const flux = tabulated(partons, 1e-3, [100, 1e6]);
    const [ours, expected] = [flux(0.3, 0.02, 5e4), direct(partons, 0.3, 0.02, 5e4)];
    // Rounding.
    expect(ours[0] / expected[0]).toBeCloseTo(1, 11);
    expect(ours[1] / expected[1]).toBeCloseTo(1, 11);
  });

  it('knows Σ q(x₁)q̄(x₂) + q̄(x₁)q(x₂): only u and ū, both numbers told apart', () => {
    const partons = made((place, x) => (place === 7 ? 2 * x : place === 3 ? x * x : 0));
    const flux = tabulated(partons, 1e-3, [100, 1e6]);
    const [x1, x2] = [0.2, 0.05];
    const [gluons, quarks] = flux(x1, x2, 1e4);
    expect(gluons).toBe(0);
    // Linear interpolation of x² in steps of 0.7 % of x is off by 2e-5.
    expect(quarks / (2 * x1 * x2 * x2 + x1 * x1 * 2 * x2)).toBeCloseTo(1, 4);
  });

  it('counts negative densities as 0', () => {
    const flux = tabulated(
      made((place) => (place === 5 ? -1 : 1)),
      1e-3,
      [100, 1e6]
    );
    const [gluons, quarks] = flux(0.2, 0.05, 1e4);
    expect(gluons).toBe(0);
    expect(quarks).toBeCloseTo(10, 12);
  });

  it('is frozen in Q² where the distributions are', () => {
    // All scales lie above the range of GRV94, 10⁶ GeV².
    const flux = tabulated(grv94lo(), 0.02, [4e6, 4e7]);
    const [ours, expected] = [flux(0.1, 0.2, 1e7), direct(grv94lo(), 0.1, 0.2, 1e6)];
    // The interpolation in x.
    expect(ours[0] / expected[0]).toBeCloseTo(1, 3);
    expect(ours[1] / expected[1]).toBeCloseTo(1, 3);
  });

  it('is 0 where one parton has all of the momentum', () => {
    const flux = tabulated(grv94lo(), 1e-3, [100, 1e6]);
    expect(flux(1, 0.01, 1e4)).toEqual([0, 0]);
  });
});

function tabulated(
  partons: PartonDistributions,
  leastX: number,
  q2: readonly [number, number]
): (x1: number, x2: number, q2: number) => Fluxes {
  const flux = partonFlux(partonGrid(partons, { leastX, q2 }));
  const row = new Float64Array(FLUX.length);
  return (x1, x2, scale) => {
    row.set([Math.log(x1), Math.log(x2), Math.log(scale)], FLUX.logX1);
    flux(row);
    return [row[FLUX.gluons], row[FLUX.quarks]];
  };
}

function direct(partons: PartonDistributions, x1: number, x2: number, q2: number): Fluxes {
  const product = (one: number, two: number): number =>
    partons.xf(one, x1, q2) * partons.xf(two, x2, q2);
  const quarks = [1, 2, 3, 4, 5].map((id) => product(id, -id) + product(-id, id));
  return [product(21, 21), quarks.reduce((sum, each) => sum + each, 0)];
}

/** Distributions from a function of place (in the order of `PARTONS`), x and Q². */
function made(f: (place: number, x: number, q2: number) => number): PartonDistributions {
  const xf = (flavour: number, x: number, q2: number): number => f(PARTONS.indexOf(flavour), x, q2);
  const evaluate = (x: number, q2: number, out: Float64Array, at = 0): void => {
    for (let k = 0; k < PARTON_COUNT; ++k) out[at + k] = f(k, x, q2);
  };
  return { name: 'made', xMin: 1e-5, xMax: 1, q2Min: 1, q2Max: 1e8, xf, evaluate };
}
