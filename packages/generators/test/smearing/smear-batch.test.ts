import { describe, expect, it } from 'vitest';
import { eventColumns, INVISIBLE_ROLES, momentumColumns, type EventBatch } from '@deelema/events';
import { stream } from '@deelema/random';
import { makeEvents } from '../../../../test/support/make-events.ts';
import { smearBatch } from '../../src/smearing/smear-batch.ts';
import { smearedColumns } from '../../src/smearing/smeared-objects.ts';
import type { SmearedObjects, SmearingSettings } from '../../src/smearing/smearing-settings.ts';
import { deviation, pull } from '../../../../test/support/statistics.ts';
import { PAPER_RESOLUTION as JET } from '../support/settings.ts';

const EVENTS = 500;

/** Momentum components between ±100 GeV and energies above any such momentum. */
function plainEvents(n = EVENTS): EventBatch {
  const random = stream(1, 'test');
  return makeEvents(eventColumns(true), n, (name, row) => {
    if (name === 'event') return row;
    return (name.endsWith('_E') ? 300 : 0) + 200 * random.uniform() - 100;
  });
}

function smeared(
  objects: SmearedObjects,
  { index = 0, ...settings }: { readonly index?: number } & Partial<SmearingSettings> = {}
): EventBatch {
  return smearBatch(plainEvents(), { seed: 5, objects, ...settings }, index);
}

const TABLE = { pt: [10, 100], resolution: [0.02, 0.01] };

describe('smearBatch', () => {
  it('keeps the truth to the last bit', () => {
    const plain = plainEvents();
    const { columns } = smeared({ a: JET, b1: TABLE });
    for (const role of ['a1', 'a2', 'b1']) {
      for (const name of momentumColumns(role)) {
        expect(columns[`true_${name}`]).toEqual(plain.columns[name]);
        expect(columns[name]).not.toEqual(plain.columns[name]);
      }
    }
  });

  it('changes nothing but who is named and pTmiss, neither event, weight nor the invisible', () => {
    const plain = plainEvents();
    const objects = { a1: JET, b: JET };
    const { columns } = smeared(objects);
    const same = ['event', 'weight', ...['a2', ...INVISIBLE_ROLES].flatMap(momentumColumns)];
    for (const name of same) expect(columns[name]).toEqual(plain.columns[name]);
    const names = [...Object.keys(plain.columns), ...smearedColumns({ seed: 5, objects })];
    expect(Object.keys(columns).sort()).toEqual(names.sort());
  });

  it('moves pTmiss by minus the change of the visible sum', () => {
    const plain = plainEvents().columns;
    const { columns } = smeared({ a: JET, b: TABLE });
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
    const one = smeared({ a: TABLE, a1: JET }).columns;
    expect(one[a1]).toEqual(smeared({ a: JET }).columns[a1]);
    expect(one[a2]).toEqual(smeared({ a: TABLE }).columns[a2]);
  });

  it('smears a1 alike, whoever else is smeared', () => {
    expect(smeared({ a: JET, b: TABLE }).columns.a1_E).toEqual(smeared({ a1: JET }).columns.a1_E);
  });

  it('draws anew in every batch and from every seed', () => {
    const energies = (options: { index?: number; seed?: number }): number =>
      smeared({ a: JET }, options).columns.a1_E[0];
    expect(new Set([{}, { index: 1 }, { seed: 6 }].map(energies)).size).toBe(3);
    expect(energies({ index: 1 })).toBe(energies({ index: 1 }));
  });

  it('does not touch what it is given', () => {
    const batch = plainEvents();
    smearBatch(batch, { seed: 5, objects: { a: JET, b: JET }, ptmiss: { sigma: 20 } }, 0);
    expect(batch).toEqual(plainEvents());
  });
});

describe('smearBatch of pTmiss itself', () => {
  const N = 20_000;
  const SIGMA = 20;

  /** What smearing adds to pTmiss_x and pTmiss_y of n events. */
  function noise(settings: Partial<SmearingSettings>, index = 0): [Float64Array, Float64Array] {
    const plain = plainEvents(N);
    const { columns } = smearBatch(plain, { seed: 5, objects: {}, ...settings }, index);
    const change = (name: string): Float64Array =>
      Float64Array.from(columns[name], (value, i) => value - plain.columns[name][i]);
    return [change('ptmiss_x'), change('ptmiss_y')];
  }

  it('adds Gaussians of mean 0 and the given σ, independent in x and y', () => {
    const [x, y] = noise({ ptmiss: { sigma: SIGMA } });
    for (const component of [x, y]) {
      expect(Math.abs(pull(component, 0))).toBeLessThan(4);
      // The error of σ is σ/√(2n) = 0.5 %; 4 of them.
      expect(Math.abs(deviation(component) / SIGMA - 1)).toBeLessThan(0.02);
      // 68.27 % within one σ; the binomial error is 0.33 %; 4 of them.
      const within = component.filter((value) => Math.abs(value) < SIGMA).length / N;
      expect(Math.abs(within - 0.6827)).toBeLessThan(0.0132);
    }
    expect(
      Math.abs(
        pull(
          x.map((value, i) => value * y[i]),
          0
        )
      )
    ).toBeLessThan(4);
  });

  it('touches nothing else', () => {
    const plain = plainEvents();
    const { columns } = smeared({}, { ptmiss: { sigma: SIGMA } });
    for (const name of Object.keys(plain.columns)) {
      const changed = name.startsWith('ptmiss');
      expect([name, columns[name].every((value, i) => value === plain.columns[name][i])]).toEqual([
        name,
        !changed,
      ]);
    }
    expect(Object.keys(columns)).toEqual(Object.keys(plain.columns));
  });

  it('comes on top of what the smeared particles do to pTmiss, whoever they are', () => {
    const [alone] = noise({ ptmiss: { sigma: SIGMA } });
    const objects = { a: JET, b1: TABLE };
    const [both] = noise({ objects, ptmiss: { sigma: SIGMA } });
    const [particles] = noise({ objects });
    // Rounding of numbers of a few hundred GeV.
    both.forEach((value, i) => expect(value).toBeCloseTo(alone[i] + particles[i], 9));
    expect(smeared(objects, { ptmiss: { sigma: SIGMA } }).columns.a1_E).toEqual(
      smeared(objects).columns.a1_E
    );
  });

  it('is drawn anew in every batch and from every seed', () => {
    const ptmiss = { sigma: SIGMA };
    const firsts = [noise({ ptmiss }), noise({ ptmiss }, 1), noise({ ptmiss, seed: 6 })];
    expect(new Set(firsts.map(([x]) => x[0])).size).toBe(3);
  });
});
