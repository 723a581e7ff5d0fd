import {
  fitMasses,
  type FitSettings,
  type MassFit,
  type WeightedEvents,
} from '@deelema/mass-measurements';
import { grv94lo } from '@deelema/parton-distributions';
import { describe, expect, it } from 'vitest';
import { evaluateHere } from '../../src/likelihood/sample-densities.ts';
import { trialGrid } from '../../src/likelihood/trial-grid.ts';
import { exchangeSome, part, toyEvents } from '../solvability/support/toy-events.ts';
import { offShellEvents } from './support/off-shell-events.ts';
import { smeared } from './support/smeared.ts';

const NARROW: FitSettings = {
  mC: [700, 700],
  collider: { beamEnergy: 13000, process: 'gluino-pair', partons: grv94lo() },
  decays: 'flat',
  widthA: 0,
  widthB: 0,
  resolution: {},
  wrongPairing: 0.5,
  outliers: 0.01,
  draws: 1,
  seed: 1,
};

describe('fitMasses on narrow antlers of 1000, 800 and 700 GeV, pairing unknown', () => {
  it('is right within its errors on six samples of 100 events, one in five exchanged', async () => {
    const events = exchangeSome(toyEvents(600, 11));
    const fits = await Promise.all(
      Array.from({ length: 6 }, (_, k) => fitMasses(part(events, 100 * k, 100 * (k + 1)), NARROW))
    );
    const pulls = fits.flatMap(({ mA, mB, errors }) => [
      (mA - 1000) / errors.mA,
      (mB - 800) / errors.mB,
    ]);
    const squares = pulls.reduce((sum, pull) => sum + pull * pull, 0) / pulls.length;
    // 12 pulls: their mean square has a spread of about 0.4; above 2.5 or below 0.2 the errors are wrong.
    expect(squares).toBeGreaterThan(0.2);
    expect(squares).toBeLessThan(2.5);
    // They differ from sample to sample by tens, as some events lie close to an end of the density.
    for (const { errors } of fits) expect(Math.max(errors.mA, errors.mB)).toBeLessThan(1);
  });

  it('knows its error where masses scatter by a millionth, which it is not told', async () => {
    const events = offShellEvents(1200, 15, { A: [1000, 0.001], B: [800, 0.001], C: 700 });
    const { mA, mB, errors, scatter } = await fitMasses(events, NARROW);
    expect(errors.mA).toBeGreaterThanOrEqual(scatter?.mA ?? NaN);
    // Of four parts, so that the error itself is known to 40 %.
    expect(Math.abs(mA - 1000)).toBeLessThan(5 * errors.mA);
    expect(Math.abs(mB - 800)).toBeLessThan(5 * errors.mB);
    expect(Math.max(errors.mA, errors.mB)).toBeLessThan(0.02);
  });

  it('counts an event of weight −1 against another one like it', async () => {
    const events = toyEvents(60, 12);
    const thrice: WeightedEvents = {
      ...concatenated(events, 3),
      weights: Float64Array.from({ length: 180 }, (_, i) => (i < 120 ? 1 : -1)),
    };
    const [one, same] = [await fitMasses(events, NARROW), await fitMasses(thrice, NARROW)];
    // Sums in another order: logarithms change by rounding, and the mean by the same share of its error.
    expect(Math.abs(same.mA - one.mA)).toBeLessThan(1e-6 * one.errors.mA);
    expect(Math.abs(same.errors.mB / one.errors.mB - 1)).toBeLessThan(1e-6);
  });

  it('does not care which pairing it is given', async () => {
    const events = toyEvents(60, 13);
    const one = await fitMasses(events, NARROW);
    const other = await fitMasses({ ...events, b1: events.b2, b2: events.b1 }, NARROW);
    // As above: two terms in another order.
    expect(Math.abs(other.mA - one.mA)).toBeLessThan(1e-6 * one.errors.mA);
    expect(Math.abs(other.mB - one.mB)).toBeLessThan(1e-6 * one.errors.mB);
  });
});

describe('fitMasses on antlers with widths', () => {
  it('is right within its errors', async () => {
    const events = offShellEvents(150, 14, { A: [1000, 8], B: [800, 6], C: 700 });
    const fit = await fitMasses(events, { ...NARROW, widthA: 8, widthB: 6, draws: 128 });
    expectTruth(fit, 4);
    const { mA, mB } = fit.errors;
    expect(mA).toBe(Math.max(fit.bootstrap!.mA, fit.curvature!.mA));
    expect(mB).toBe(Math.max(fit.bootstrap!.mB, fit.curvature!.mB));
  });
});

describe('fitMasses on antlers whose jets a were measured to 10 %', () => {
  const resolution = { a: { pt: [10], resolution: [0.1] } };
  const settings = { ...NARROW, resolution, wrongPairing: 0, draws: 128 };
  const events = smeared(toyEvents(200, 15), 0.1);

  it('is right within its errors', async () => {
    expectTruth(await fitMasses(events, settings), 5);
  });

  it('gives an event the same densities whatever else is evaluated', async () => {
    const evaluate = evaluateHere(events, settings, [500, 2000]);
    const grid = trialGrid(Float64Array.of(990, 1010), Float64Array.of(800), settings, 0);
    const request = { grid, draws: 16 };
    const all = await evaluate({ ...request, range: [0, 20] });
    const some = await evaluate({ ...request, range: [13, 15] });
    expect(some).toEqual(all.subarray(13 * 4, 15 * 4));
  });
});

/** Four standard deviations of a fixed sample, and no larger errors than a small sample has. */
function expectTruth({ mA, mB, errors, method }: MassFit, largest: number): void {
  expect(method).toBe('maximum');
  expect(Math.abs(mA - 1000)).toBeLessThan(4 * errors.mA);
  expect(Math.abs(mB - 800)).toBeLessThan(4 * errors.mB);
  expect(Math.max(errors.mA, errors.mB)).toBeLessThan(largest);
}

function concatenated(events: WeightedEvents, times: number): WeightedEvents {
  const column = (x: Float64Array): Float64Array =>
    Float64Array.from({ length: times * x.length }, (_, i) => x[i % x.length]);
  const momenta = ({ e, px, py, pz }: WeightedEvents['a1']): WeightedEvents['a1'] => ({
    e: column(e),
    px: column(px),
    py: column(py),
    pz: column(pz),
  });
  return {
    a1: momenta(events.a1),
    b1: momenta(events.b1),
    a2: momenta(events.a2),
    b2: momenta(events.b2),
    ptmissX: column(events.ptmissX),
    ptmissY: column(events.ptmissY),
  };
}
