import { describe, expect, it } from 'vitest';
import { fourMomenta, momentumColumns, type EventBatch } from '@deelema/events';
import { energy } from '@deelema/kinematics';
import { stream } from '@deelema/random';
import { PAPER_RESOLUTION } from '../src/settings/smearing.mjs';
import { smearJets } from '../src/smearing.ts';
import { deviation, mean } from './support/statistics.ts';

interface Jet {
  readonly m: number;
  readonly px: number;
  readonly py: number;
  readonly pz: number;
}

/** n times the same jet as a1, another one as a2, and pTmiss = (10, −20) GeV. */
function events(n: number, one: Jet, two: Jet = one): EventBatch {
  const columns: Record<string, Float64Array> = {
    ptmiss_x: new Float64Array(n).fill(10),
    ptmiss_y: new Float64Array(n).fill(-20),
  };
  for (const [role, { m, px, py, pz }] of [
    ['a1', one],
    ['a2', two],
  ] as const) {
    const components = [energy(m, px, py, pz), px, py, pz];
    momentumColumns(role).forEach(
      (name, k) => (columns[name] = new Float64Array(n).fill(components[k]))
    );
  }
  return { length: n, columns };
}

function smear(batch: EventBatch, roles: ('a1' | 'a2')[], table = PAPER_RESOLUTION): EventBatch {
  smearJets(batch, roles, table, stream(1, 'smear'));
  return batch;
}

const JET: Jet = { m: 4.7, px: 60, py: 80, pz: -150 };

describe('smearJets', () => {
  it('gives back the resolution that was put in: 10 % at pT = 100 GeV', () => {
    const n = 50_000;
    const { e } = fourMomenta(smear(events(n, JET), ['a1']), 'a1');
    const ratio = e.map((value) => value / energy(4.7, 60, 80, -150));
    // Standard errors σ/√n of the mean and σ/√(2n) of σ; 4 of them.
    expect(Math.abs(mean(ratio) - 1)).toBeLessThan((4 * 0.1) / Math.sqrt(n));
    expect(Math.abs(deviation(ratio) - 0.1)).toBeLessThan((4 * 0.1) / Math.sqrt(2 * n));
  });

  it('keeps direction and mass', () => {
    const { e, px, py, pz } = fourMomenta(smear(events(1000, JET), ['a1']), 'a1');
    const m = e.map((value, i) => Math.sqrt(value ** 2 - px[i] ** 2 - py[i] ** 2 - pz[i] ** 2));
    // Differences of squares of 200 GeV leave ten digits of 4.7².
    m.forEach((value) => expect(value).toBeCloseTo(4.7, 8));
    px.forEach((value, i) => expect(value / py[i]).toBeCloseTo(60 / 80, 12));
    pz.forEach((value, i) => expect(value / py[i]).toBeCloseTo(-150 / 80, 12));
    expect(Math.min(...py)).toBeGreaterThan(0);
  });

  it('moves pTmiss by minus the change of the visible sum', () => {
    const other: Jet = { m: 0, px: -30, py: 5, pz: 20 };
    const batch = smear(events(1000, JET, other), ['a1', 'a2']);
    const [one, two] = [fourMomenta(batch, 'a1'), fourMomenta(batch, 'a2')];
    const { ptmiss_x: x, ptmiss_y: y } = batch.columns;
    for (let i = 0; i < batch.length; ++i) {
      expect(x[i] + one.px[i] + two.px[i]).toBeCloseTo(10 + 60 - 30, 10);
      expect(y[i] + one.py[i] + two.py[i]).toBeCloseTo(-20 + 80 + 5, 10);
    }
  });

  it('draws again until E′ > m', () => {
    // A slow jet: a third of the first draws would leave E′ below the mass.
    const slow: Jet = { m: 4.7, px: 2, py: 0, pz: 0 };
    const { e, px } = fourMomenta(smear(events(5000, slow), ['a1']), 'a1');
    expect(Math.min(...e)).toBeGreaterThan(4.7);
    expect(Math.min(...px)).toBeGreaterThan(0);
  });

  it('leaves alone who is not named, who is at rest, and all at resolution 0', () => {
    const before = events(3, JET).columns.a2_E;
    expect(smear(events(3, JET), ['a1']).columns.a2_E).toEqual(before);
    const rest: Jet = { m: 5, px: 0, py: 0, pz: 0 };
    expect(smear(events(3, rest), ['a1']).columns).toEqual(events(3, rest).columns);
    const perfect = { pt: [10], sigma: [0] };
    expect(smear(events(3, JET), ['a1'], perfect).columns).toEqual(events(3, JET).columns);
  });

  it('leaves numbers that are no measurement for the check of them', () => {
    for (const value of [NaN, Infinity, -50]) {
      const batch = events(2, JET);
      batch.columns.a1_E.fill(value);
      expect([...smear(batch, ['a1']).columns.a1_E]).toEqual([value, value]);
    }
  });

  it('takes a massless jet that rounding made spacelike for massless', () => {
    const batch = events(100, { m: 0, px: 30, py: 40, pz: 0 });
    batch.columns.a1_E.fill(50 * (1 - 1e-10));
    const { e, px, py } = fourMomenta(smear(batch, ['a1']), 'a1');
    e.forEach((value, i) => expect(Math.hypot(px[i], py[i]) / value).toBeCloseTo(1, 12));
  });
});
