import { loadVisible, TRIAL, VISIBLE } from '@deelema/mass-variables';
import { pairDensity } from '@deelema/pair-production';
import { grv94lo } from '@deelema/parton-distributions';
import { describe, expect, it } from 'vitest';
import { SolutionSum } from '../../src/likelihood/solution-sum.ts';
import { softEdge } from '../../src/likelihood/soft-edge.ts';
import { trialGrid } from '../../src/likelihood/trial-grid.ts';
import { toyEvents } from '../solvability/support/toy-events.ts';

const SETTINGS = {
  mC: [700, 700],
  collider: { beamEnergy: 13000, process: 'gluino-pair', partons: grv94lo() },
  decays: 'flat',
  widthA: 0,
  widthB: 0,
  resolution: {},
  wrongPairing: 0,
  outliers: 0.01,
  draws: 1,
  seed: 1,
} as const;

const PAIR = pairDensity({ ...SETTINGS.collider, poleMasses: [500, 2000] });

/** Mean density of an event over masses of A₁ from 985 to 1015 GeV, in the middles of even steps. */
function meanOver(row: Float64Array, edge: number, steps: number): number {
  const density = new SolutionSum(SETTINGS, PAIR, edge);
  if (!density.load(row, false)) return 0;
  density.trial.set([1000, 800, 700, 1000, 800, 700]);
  let sum = 0;
  for (let k = 0; k < steps; ++k) {
    density.trial[TRIAL.A1] = 985 + (30 * (k + 0.5)) / steps;
    sum += density.at(1000);
  }
  return sum / steps;
}

describe('SolutionSum with a soft edge', () => {
  it('leaves integrals over masses what they are', () => {
    const events = toyEvents(8, 21);
    const row = new Float64Array(VISIBLE.length);
    let soft = 0;
    for (let i = 0; i < 8; ++i) {
      loadVisible(events, i, false, row);
      const exact = meanOver(row, 0, 4_000);
      soft += meanOver(row, 0.003, 1_000) / exact / 8;
    }
    // Third of the edge times how fast the rest of the density changes there.
    expect(Math.abs(soft - 1)).toBeLessThan(0.01);
  });
});

describe('softEdge', () => {
  const grid = trialGrid(Float64Array.of(1000), Float64Array.of(800), SETTINGS, 0);

  it('is none for narrow antlers without a resolution', () => {
    expect(softEdge(SETTINGS, grid)).toBe(0);
  });

  it('follows widths and resolution, up to where there is no inverse root any more', () => {
    expect(softEdge({ ...SETTINGS, widthA: 2 }, grid)).toBeCloseTo(0.5 * (2 / 200), 15);
    const fine = { a: { pt: [10, 100], resolution: [0.008, 0.006] } };
    expect(softEdge({ ...SETTINGS, resolution: fine }, grid)).toBe(0.006);
    expect(softEdge({ ...SETTINGS, widthB: 50 }, grid)).toBe(0.01);
  });
});
