import { ANTLER, topologyFromConfig } from '@deelema/deelema';
import type { EventBatch } from '@deelema/events';
import { describe, expect, it } from 'vitest';
import { accepted, cutsOn } from '../../src/deelema/accepted.ts';
import { conjectureOf } from '../../src/deelema/settings.ts';
import { simulate } from '../../src/deelema/simulate.ts';
import { densityConfig } from '../support.ts';

/** Events that differ by pTmiss. */
function batch(first: number, ...ptmiss: number[]): EventBatch {
  return {
    length: ptmiss.length,
    columns: {
      event: Uint32Array.from(ptmiss, (_, i) => first + i),
      ptmiss_x: Float64Array.from(ptmiss),
      ptmiss_y: new Float64Array(ptmiss.length),
    },
  };
}

const CUTS = cutsOn([{ ptmissMin: 20 }], ANTLER);

describe('accepted', () => {
  it('gives the first events that pass, of as many batches as it takes', () => {
    let asked = 0;
    function* batches(): Generator<EventBatch> {
      for (const one of [batch(0, 30, 10, 20), batch(3, 5), batch(4, 50, 60), batch(6, 70)]) {
        asked += 1;
        yield one;
      }
    }
    const found = [...accepted(batches(), CUTS, 3)];
    expect(found.map(({ length }) => length)).toEqual([2, 0, 1]);
    expect(found.flatMap(({ columns }) => [...columns.event])).toEqual([0, 2, 4]);
    expect(found.flatMap(({ columns }) => [...columns.ptmiss_x])).toEqual([30, 20, 50]);
    expect(found[0].columns.event).toBeInstanceOf(Uint32Array);
    expect(asked).toBe(3);
  });

  it('says how few pass', () => {
    expect(() => [...accepted([batch(0, 30, 10), batch(2, 5)], CUTS, 2)]).toThrow(
      new RangeError('the cuts of the sample keep 1 of 3 simulated events')
    );
  });
});

describe('cutsOn', () => {
  it('takes the cuts of all selections', () => {
    const selections = [{ ptmissMin: 20 }, { visible: { a: { ptMin: 5 } }, deltaRMin: { bb: 1 } }];
    expect(cutsOn(selections, ANTLER).map(({ name }) => name)).toEqual([
      'pTmiss ≥ 20 GeV',
      'a pT ≥ 5 GeV',
      'bb ΔR ≥ 1',
    ]);
  });

  it('refuses cuts on what a topology does not have', () => {
    const branches = [[{ mass: 'A', visibles: ['a1'] }], [{ mass: 'A', visibles: ['a2'] }]];
    const topology = topologyFromConfig({ name: 'short', branches, exchanges: [] });
    expect(() => cutsOn([{ deltaRMin: { ab: 0.4 } }], topology)).toThrow(
      new RangeError(
        'the cuts of the sample look at b1, b2, which are no part of the topology "short"'
      )
    );
    expect(cutsOn([{ deltaRMin: { aa: 0.4 } }], topology)).toHaveLength(1);
  });
});

describe('simulate', () => {
  const made = (selection: object | undefined, events: number) => {
    const config = densityConfig({ simulation: { selection } });
    return simulate(config, conjectureOf(config), [1000, 800], { unit: 200, events });
  };

  it('passes the cuts: the first of uncut events that do', () => {
    const cut = made({ visible: { a: { ptMin: 150 } } }, 200);
    expect(cut.length).toBe(200);
    // a1 and a2 come first in a row, which no rotation or reflection of the event changes the pT of.
    const least = (sample: typeof cut, i: number): number =>
      Math.min(
        ...[0, 4].map((at) => {
          const from = i * 2 * sample.width + at;
          return 200 * Math.hypot(sample.rows[from + 1], sample.rows[from + 2]);
        })
      );
    const all = made(undefined, 2000);
    const passing = Array.from({ length: all.length }, (_, i) => i).filter(
      (i) => least(all, i) >= 150
    );
    const size = 2 * all.width;
    const expected = passing
      .slice(0, 200)
      .flatMap((i) => [...all.rows.subarray(i * size, (i + 1) * size)]);
    expect(passing.length).toBeGreaterThan(200);
    expect(passing.length).toBeLessThan(1800);
    expect([...cut.rows]).toEqual(expected);
  });
});
