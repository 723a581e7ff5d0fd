import { describe, expect, it } from 'vitest';
import { momentumColumns, VISIBLE_ROLES, type EventBatch } from '@deelema/events';
import { createSelector } from '../src/selector.ts';

const USUAL: Readonly<Record<string, number>> = { ptmiss_x: 30, ptmiss_y: 40, weight: 1 };

/** Visible momenta along x of 100 GeV, but for what is given; pTmiss is (30, 40) GeV, weights are 1. */
function batch(...events: Record<string, number>[]): EventBatch {
  const names = [...VISIBLE_ROLES.flatMap(momentumColumns), 'ptmiss_x', 'ptmiss_y', 'weight'];
  const usual = (name: string): number => (/_(E|px)$/.test(name) ? 100 : (USUAL[name] ?? 0));
  const column = (name: string): Float64Array =>
    Float64Array.from(events, (event) => event[name] ?? usual(name));
  const columns = Object.fromEntries(names.map((name) => [name, column(name)]));
  return { length: events.length, columns };
}

describe('createSelector', () => {
  it('keeps everything without cuts', () => {
    const selector = createSelector();
    expect([...selector.select(batch({}, {}, {}))]).toEqual([0, 1, 2]);
    expect(selector.cutFlow.steps).toEqual([]);
    expect(selector.cutFlow.efficiency).toEqual({ value: 1, error: 0 });
  });

  it.each([
    ['pT of a1', { visible: { a: { ptMin: 50 } } }, { a1_px: 49.9 }, 'a pT ≥ 50 GeV'],
    ['pT of a2', { visible: { a: { ptMin: 50 } } }, { a2_px: 49.9 }, 'a pT ≥ 50 GeV'],
    ['pT of b2', { visible: { b: { ptMin: 50 } } }, { b2_px: -49.9 }, 'b pT ≥ 50 GeV'],
    // sinh(2) = 3.6269.
    ['η of b1', { visible: { b: { etaMax: 2 } } }, { b1_pz: -362.8 }, 'b |η| ≤ 2'],
    ['the beam', { visible: { a: { etaMax: 9 } } }, { a1_px: 0, a1_pz: 5 }, 'a |η| ≤ 9'],
    ['pTmiss', { ptmissMin: 45 }, { ptmiss_x: 20 }, 'pTmiss ≥ 45 GeV'],
    ['a2 alone', { visible: { a2: { ptMin: 50 } } }, { a2_px: 49.9 }, 'a2 pT ≥ 50 GeV'],
    ['b1 alone', { visible: { b1: { etaMax: 2 } } }, { b1_pz: -362.8 }, 'b1 |η| ≤ 2'],
  ])('cuts on %s', (_, selection, event, cut) => {
    const selector = createSelector(selection);
    expect([...selector.select(batch({}, event, {}))]).toEqual([0, 2]);
    expect(selector.cutFlow.steps).toEqual([{ cut, events: 2, fraction: 2 / 3 }]);
  });

  it('asks nothing of a1 where a2 is named', () => {
    const selector = createSelector({ visible: { a2: { ptMin: 50 }, b1: { etaMax: 2 } } });
    expect([...selector.select(batch({ a1_px: 1, b2_pz: 900 }))]).toEqual([0]);
  });

  // All momenta point along x but those given: 0.5 rad off, or far away.
  it.each([
    ['aa', { a2_px: 0, a2_py: 100, b1_px: -100, b2_py: -200 }, { a2_py: 50 }],
    ['ab', { b1_px: -100, b2_px: -100 }, { a1_px: -100 }],
    ['bb', { b2_px: -100 }, { b1_py: 50 }],
    ['all', { a2_px: 0, a2_py: 100, b1_px: -100, b2_px: 0, b2_py: -100 }, { a1_py: 50 }],
  ])('cuts on ΔR of %s', (pairs, apart, close) => {
    const selector = createSelector({ deltaRMin: { [pairs]: 0.8 } });
    expect([...selector.select(batch(apart, close))]).toEqual([0]);
    const [{ cut, events }] = selector.cutFlow.steps;
    expect([cut, events]).toEqual([`${pairs} ΔR ≥ 0.8`, 1]);
  });

  it('looks at all four pairs of an a and a b, and at no other pair', () => {
    const apart = { a1_px: 100, a2_px: 100, b1_px: -100, b2_px: -100 };
    for (const [a, b] of [
      ['a1', 'b1'],
      ['a1', 'b2'],
      ['a2', 'b1'],
      ['a2', 'b2'],
    ]) {
      const selector = createSelector({ deltaRMin: { ab: 0.8 } });
      const close = { ...apart, [`${a}_px`]: 0, [`${a}_py`]: 50, [`${b}_px`]: 0, [`${b}_py`]: 50 };
      expect([...selector.select(batch(apart, close))]).toEqual([0]);
    }
  });

  it('keeps what lies just inside', () => {
    const visible = { a: { ptMin: 100 }, b: { etaMax: 2 } };
    const selector = createSelector({ visible, ptmissMin: 50 });
    expect([...selector.select(batch({ b1_pz: 362.6, b2_pz: -362.6 }))]).toEqual([0]);
  });

  it('makes a cut flow in the order particles, distances, pTmiss', () => {
    const visible = { b: { ptMin: 50 }, a: { ptMin: 50, etaMax: 2 } };
    const selector = createSelector({ ptmissMin: 45, deltaRMin: { bb: 0.4 }, visible });
    const apart = { b2_px: -100 };
    const fails = [
      { a1_px: 1, ptmiss_x: 0 },
      { ...apart, a1_pz: 1e4 },
      { ...apart, b1_px: 1 },
      {},
      { ...apart, ptmiss_x: 0 },
      apart,
    ];
    selector.select(batch(...fails));
    expect(selector.cutFlow.steps.map(({ cut, events }) => [cut, events])).toEqual([
      ['a pT ≥ 50 GeV', 5],
      ['a |η| ≤ 2', 4],
      ['b pT ≥ 50 GeV', 3],
      ['bb ΔR ≥ 0.4', 2],
      ['pTmiss ≥ 45 GeV', 1],
    ]);
  });

  it('keeps the first events up to a limit, over all batches, which the efficiency does not see', () => {
    const selector = createSelector({ limit: 3, ptmissMin: 45 });
    expect([...selector.select(batch({}, { ptmiss_x: 0 }, {}))]).toEqual([0, 2]);
    expect([...selector.select(batch({ weight: 5 }, {}, { ptmiss_x: 0 }))]).toEqual([0]);
    expect(selector.kept).toEqual({ events: 3, weight: 7 });
    expect(selector.cutFlow.steps).toEqual([
      { cut: 'pTmiss ≥ 45 GeV', events: 4, fraction: 8 / 10 },
    ]);
  });
});
