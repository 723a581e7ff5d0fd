import { describe, expect, it } from 'vitest';
import { eventColumns, INVISIBLE_ROLES, momentumColumns, type EventBatch } from '@deelema/events';
import { stream } from '@deelema/random';
import { makeEvents } from '../../../../test/support/make-events.ts';
import { config } from '../../src/config.mjs';
import type { SmearingConfig } from '../../src/config-types.ts';
import { smearBatch } from '../../src/smearing/smear-batch.ts';
import { smearedColumns } from '../../src/smearing/smeared-objects.ts';

const EVENTS = 500;

/** Momentum components between ±100 GeV and energies above any such momentum. */
function plainEvents(): EventBatch {
  const random = stream(1, 'test');
  return makeEvents(eventColumns(true), EVENTS, (name, row) => {
    if (name === 'event') return row;
    return (name.endsWith('_E') ? 300 : 0) + 200 * random.uniform() - 100;
  });
}

function settings(objects: object, seed = 5): SmearingConfig {
  const smearing = { seed, objects };
  return config.parse({ source: 'toy', events: 1, seed: 1, smearing }).smearing!;
}

function smeared(objects: object, { seed = 5, index = 0 } = {}): EventBatch {
  return smearBatch(plainEvents(), settings(objects, seed), index);
}

const TABLE = { pt: [10, 100], resolution: [0.02, 0.01] };

describe('smearBatch', () => {
  it('keeps the truth to the last bit', () => {
    const plain = plainEvents();
    const { columns } = smeared({ a: {}, b1: TABLE });
    for (const role of ['a1', 'a2', 'b1']) {
      for (const name of momentumColumns(role)) {
        expect(columns[`true_${name}`]).toEqual(plain.columns[name]);
        expect(columns[name]).not.toEqual(plain.columns[name]);
      }
    }
  });

  it('changes nothing but who is named and pTmiss, neither event, weight nor the invisible', () => {
    const plain = plainEvents();
    const objects = { a1: {}, b: {} };
    const { columns } = smeared(objects);
    const same = ['event', 'weight', ...['a2', ...INVISIBLE_ROLES].flatMap(momentumColumns)];
    for (const name of same) expect(columns[name]).toEqual(plain.columns[name]);
    const names = [...Object.keys(plain.columns), ...smearedColumns(settings(objects))];
    expect(Object.keys(columns).sort()).toEqual(names.sort());
  });

  it('moves pTmiss by minus the change of the visible sum', () => {
    const plain = plainEvents().columns;
    const { columns } = smeared({ a: {}, b: TABLE });
    for (const axis of ['x', 'y']) {
      for (let i = 0; i < EVENTS; ++i) {
        const change = ['a1', 'a2', 'b1', 'b2']
          .map((role) => `${role}_p${axis}`)
          .reduce((sum, name) => sum + columns[name][i] - plain[name][i], 0);
        const missing = columns[`ptmiss_${axis}`][i] - plain[`ptmiss_${axis}`][i];
        // Rounding of sums of a few hundred GeV.
        expect(missing).toBeCloseTo(-change, 9);
      }
    }
  });

  it('takes the table of a1 for a1 and that of a for a2', () => {
    const [a1, a2] = ['a1_E', 'a2_E'];
    const one = smeared({ a: TABLE, a1: {} }).columns;
    expect(one[a1]).toEqual(smeared({ a: {} }).columns[a1]);
    expect(one[a2]).toEqual(smeared({ a: TABLE }).columns[a2]);
  });

  it('smears a1 alike, whoever else is smeared', () => {
    expect(smeared({ a: {}, b: TABLE }).columns.a1_E).toEqual(smeared({ a1: {} }).columns.a1_E);
  });

  it('draws anew in every batch and from every seed', () => {
    const energies = (options: object): number => smeared({ a: {} }, options).columns.a1_E[0];
    expect(new Set([{}, { index: 1 }, { seed: 6 }].map(energies)).size).toBe(3);
    expect(energies({ index: 1 })).toBe(energies({ index: 1 }));
  });

  it('does not touch what it is given', () => {
    const batch = plainEvents();
    smearBatch(batch, settings({ a: {}, b: {} }), 0);
    expect(batch).toEqual(plainEvents());
  });
});
