import { describe, expect, it } from 'vitest';
import { momentumColumns, VISIBLE_ROLES, type EventBatch } from '@deelema/events';
import { createSelector } from '../src/selector.ts';

/** Visible momenta along x of 100 GeV, but for what is given; pTmiss is (30, 40) GeV. */
function batch(...events: Record<string, number>[]): EventBatch {
  const names = [...VISIBLE_ROLES.flatMap(momentumColumns), 'ptmiss_x', 'ptmiss_y'];
  const usual = (name: string): number =>
    /_(E|px)$/.test(name) ? 100 : name === 'ptmiss_x' ? 30 : name === 'ptmiss_y' ? 40 : 0;
  const column = (name: string): Float64Array =>
    Float64Array.from(events, (event) => event[name] ?? usual(name));
  const columns = Object.fromEntries(names.map((name) => [name, column(name)]));
  return { length: events.length, columns };
}

describe('createSelector', () => {
  it('keeps everything without cuts', () => {
    const selector = createSelector();
    expect([...selector.select(batch({}, {}, {}))]).toEqual([0, 1, 2]);
    expect(selector.dropped).toEqual({});
  });

  it.each([
    ['pT of a1', { visible: { a: { ptMin: 50 } } }, { a1_px: 49.9 }, 'a pT < 50 GeV'],
    ['pT of a2', { visible: { a: { ptMin: 50 } } }, { a2_px: 49.9 }, 'a pT < 50 GeV'],
    ['pT of b2', { visible: { b: { ptMin: 50 } } }, { b2_px: -49.9 }, 'b pT < 50 GeV'],
    // sinh(2) = 3.6269.
    ['η of b1', { visible: { b: { etaMax: 2 } } }, { b1_pz: -362.8 }, 'b |η| > 2'],
    ['the beam', { visible: { a: { etaMax: 9 } } }, { a1_px: 0, a1_pz: 5 }, 'a |η| > 9'],
    ['pTmiss', { ptmissMin: 45 }, { ptmiss_x: 20 }, 'pTmiss < 45 GeV'],
  ])('cuts on %s', (_, selection, event, reason) => {
    const selector = createSelector(selection);
    expect([...selector.select(batch({}, event, {}))]).toEqual([0, 2]);
    expect(selector.dropped).toEqual({ [reason]: 1 });
  });

  it('keeps what lies just inside', () => {
    const visible = { a: { ptMin: 100 }, b: { etaMax: 2 } };
    const selector = createSelector({ visible, ptmissMin: 50 });
    expect([...selector.select(batch({ b1_pz: 362.6, b2_pz: -362.6 }))]).toEqual([0]);
  });

  it('counts an event for the first cut it fails', () => {
    const selector = createSelector({ visible: { a: { ptMin: 50 } }, ptmissMin: 45 });
    selector.select(batch({ a1_px: 1, ptmiss_x: 0 }, { ptmiss_x: 0 }));
    expect(selector.dropped).toEqual({ 'a pT < 50 GeV': 1, 'pTmiss < 45 GeV': 1 });
  });

  it('keeps the first events up to a limit, over all batches', () => {
    const selector = createSelector({ limit: 3, ptmissMin: 45 });
    expect([...selector.select(batch({}, { ptmiss_x: 0 }, {}))]).toEqual([0, 2]);
    expect([...selector.select(batch({}, {}, { ptmiss_x: 0 }))]).toEqual([0]);
    expect(selector.kept).toBe(3);
    expect(selector.dropped).toEqual({ 'pTmiss < 45 GeV': 2, 'more than 3 events': 1 });
  });
});
