import { ANTLER, gapsOfMasses } from '@deelema/deelema';
import { stream } from '@deelema/random';
import { describe, expect, it } from 'vitest';
import type { HeldOut } from '../../src/deelema/held-out.ts';
import { correlationOf, fitMasses, spread } from '../../src/deelema/measure.ts';
import type { CanonicalSample } from '../../src/deelema/sample.ts';
import type { Conjecture } from '../../src/deelema/settings.ts';

const [N, UNIT, WIDTH] = [4000, 200, 0.3];
const CONJECTURE: Conjecture = {
  topology: ANTLER,
  mC: [700, 700],
  resolution: {},
  ptmissResolution: undefined,
  decays: 'flat',
  selections: [],
  pairings: 2,
};
const TRUTH = [1000, 800];
const GAPS = gapsOfMasses(ANTLER, TRUTH, [700, 700]).map((gap) => gap - Math.log(UNIT));
const SAMPLE: CanonicalSample = {
  length: N,
  rows: new Float32Array(0),
  width: 0,
  weights: undefined,
};

/** Densities in closed form: each event is a Gaussian number around either ln gap. */
function gaussian(): { networks: HeldOut; x: number[][] } {
  const { normal } = stream(2, 'test', 'gaps');
  const x = Array.from({ length: N }, () => GAPS.map((gap) => gap + WIDTH * normal()));
  const of: HeldOut['of'] = () => (at) => {
    const log = (event: number[]): number =>
      event.reduce((sum, value, i) => sum - 0.5 * ((value - at[i]) / WIDTH) ** 2, 0);
    return Promise.resolve(Float64Array.from(x, log));
  };
  return { networks: { of, dispose: () => undefined }, x };
}

const fit = (networks: HeldOut) =>
  fitMasses(networks, SAMPLE, 'test', {
    start: [1010, 790],
    ...{ unit: UNIT, conjecture: CONJECTURE, seed: 1 },
  });

/** m_B = m_C + exp(g_B), m_A = m_B + exp(g_A), in GeV. */
function massesAt([gapA, gapB]: readonly number[]): [number, number] {
  const mB = 700 + UNIT * Math.exp(gapB);
  return [mB + UNIT * Math.exp(gapA), mB];
}

describe('fitMasses', () => {
  it('finds the masses of Gaussian densities in ln gap, and those of each half: closed form', async () => {
    const { networks, x } = gaussian();
    const found = await fit(networks);
    const meanOf = (events: number[][]) =>
      GAPS.map((_, i) => events.reduce((sum, event) => sum + event[i], 0) / events.length);
    const expectMasses = (masses: readonly number[], events: number[][]): void =>
      massesAt(meanOf(events)).forEach((mass, i) => expect(masses[i]).toBeCloseTo(mass, 4));
    expect(found.converged).toBe(true);
    expectMasses(found.masses, x);
    found.folds.forEach((fold, f) =>
      expectMasses(
        fold,
        x.filter((_, i) => i % 2 === f)
      )
    );
  });

  it('gives the errors of these masses, and their correlation', async () => {
    const { networks } = gaussian();
    const found = await fit(networks);
    // σ(ln gap) = 0.3/√4000: 0.474 GeV of B, 200 GeV times that more for A.
    const sigmaB = (100 * WIDTH) / Math.sqrt(N);
    const sigmaA = Math.hypot(sigmaB, (200 * WIDTH) / Math.sqrt(N));
    const [a, b] = spread(found);
    // 400 resamples know a deviation to 3.5 %; four of these.
    expect(Math.abs(a! / sigmaA - 1)).toBeLessThan(0.14);
    expect(Math.abs(b! / sigmaB - 1)).toBeLessThan(0.14);
    // ρ = σ_B/σ_A = 0.447, known to (1 − ρ²)/√400 = 0.04.
    expect(Math.abs(correlationOf(found)! - sigmaB / sigmaA)).toBeLessThan(0.16);
  });
});
