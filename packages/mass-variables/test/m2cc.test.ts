import { describe, expect, it } from 'vitest';
import { emptyMinima, m2cc, m2ccColumns, mt2Columns, STATUS } from '@deelema/mass-variables';
import { parentMasses } from './support/minimum-masses.ts';
import { randomAntlers } from './support/random-antlers.ts';
import { referenceEvents } from './support/reference-events.ts';

const CASES = (['toy', 'ttbar'] as const).flatMap((sample) =>
  (['ab', 'b'] as const).map((subsystem) => ({ sample, subsystem }))
);

describe.each(CASES)('m2ccColumns of $sample ($subsystem)', ({ sample, subsystem }) => {
  const { events, mInvisible, value } = referenceEvents(sample);
  const found = m2ccColumns(subsystem, events, mInvisible);
  const all = [...found.value.keys()];

  it('reproduces the table (exact solver in C++, 1000 events)', () => {
    const expected = value(`m2cc_${subsystem}`);
    const differences = all.map((i) => Math.abs(found.value[i] / expected[i] - 1));
    // The table's solver stopped at |G| = 1e-13 and divides by ∂h/∂Y, 1e-2 in the worst events.
    expect(Math.max(...differences)).toBeLessThan(1e-10);
  });

  it('says ok and one-sided where the table does', () => {
    const flags = value(`m2cc_${subsystem}_onesided`);
    const statuses = [...flags].map((flag) => (flag === 1 ? STATUS.oneSided : STATUS.ok));
    expect([...found.status]).toEqual(statuses);
  });

  it('finds the momenta of the table', () => {
    // Where the value is stationary momenta are known to the root of its rounding times their size.
    for (const [columns, name] of [
      [found.k1, 'k1'],
      [found.k2, 'k2'],
    ] as const) {
      const px = value(`m2cc_${subsystem}_${name}_px`);
      const pz = value(`m2cc_${subsystem}_${name}_pz`);
      const differences = all.flatMap((i) => [columns.px[i] - px[i], columns.pz[i] - pz[i]]);
      expect(Math.max(...differences.map(Math.abs))).toBeLessThan(1e-6);
    }
  });

  it('is the mass of both parents, and fulfils all conditions, by the momenta alone', () => {
    expect(Math.max(...found.residual)).toBeLessThan(1e-10);
    for (const i of all) {
      const { A1, A2, B1, B2, C1, C2, open } = parentMasses(events, found, i);
      const m = subsystem === 'ab' ? A1 : B1;
      const scale = A1 + found.k1.e[i] + found.k2.e[i];
      // A mass is the root of a difference of squares: what is off are the squares, by 1e-11.
      const off = [m ** 2 - found.value[i] ** 2, A1 ** 2 - A2 ** 2, B1 ** 2 - B2 ** 2];
      const shells = [C1 ** 2 - mInvisible ** 2, C2 ** 2 - mInvisible ** 2];
      expect(Math.max(...[...off, ...shells].map(Math.abs)) / scale ** 2).toBeLessThan(1e-11);
      // Newton's method stops at 1e-11, or else the momenta are moved onto pTmiss.
      expect(open / scale).toBeLessThan(1e-11);
    }
  });

  it('is at least M_T2', () => {
    const mt2 = mt2Columns(subsystem, events, mInvisible);
    // Both are exact to some 1e-12.
    const deficits = all.map((i) => mt2[i] - found.value[i]);
    expect(Math.max(...deficits) / Math.max(...mt2)).toBeLessThan(1e-11);
  });
});

describe('m2ccColumns', () => {
  const masses = { ma: 5, mb: [2, 30], momentum: 60 } as const;
  const events = randomAntlers('m2cc', 1500, masses);

  it.each([
    { mInvisible: 0 },
    { mInvisible: 40 },
    { mInvisible: 300 },
    { mInvisible: [0, 80] as const },
  ])('solves or excludes every random event, (ab) and (b) alike, m = $mInvisible', (given) => {
    const ab = m2ccColumns('ab', events, given.mInvisible);
    const b = m2ccColumns('b', events, given.mInvisible);
    // That momenta fulfil the conditions does not depend on what is minimised.
    const infeasible = (status: number): boolean => status === STATUS.infeasible;
    expect([...b.status].map(infeasible)).toEqual([...ab.status].map(infeasible));
    expect(ab.status).not.toContain(STATUS.unresolved);
    expect(b.status).not.toContain(STATUS.unresolved);
    expect([...ab.status].filter(infeasible).length).toBeGreaterThan(20);
  });

  it('takes the momenta of one subsystem as a bound for the other', () => {
    const ab = m2ccColumns('ab', events, 40);
    const b = m2ccColumns('b', events, 40);
    for (const i of ab.status.keys()) {
      if (ab.status[i] > STATUS.oneSided) continue;
      // Rounding of momenta of some ten times the masses.
      expect(parentMasses(events, b, i).A1 / ab.value[i]).toBeGreaterThan(1 - 1e-8);
      expect(parentMasses(events, ab, i).B1 / b.value[i]).toBeGreaterThan(1 - 1e-8);
    }
  });

  it('writes into what it is given, NaN where there is no minimum', () => {
    const out = emptyMinima(1500);
    expect(m2ccColumns('ab', events, 40, out)).toBe(out);
    const i = out.status.indexOf(STATUS.infeasible);
    expect([out.value[i], out.residual[i], out.k1.e[i], out.k2.pz[i]]).toEqual([
      NaN,
      NaN,
      NaN,
      NaN,
    ]);
  });

  it('refuses trial masses and columns that are none', () => {
    expect(() => m2ccColumns('ab', events, -1)).toThrow(
      'm2ccColumns: the trial mass is -1, expected a finite number of GeV, 0 or more.'
    );
    expect(() => m2ccColumns('ab', events, [0, NaN])).toThrow(RangeError);
    const short = { ...events, ptmissY: new Float64Array(3) };
    expect(() => m2ccColumns('ab', short, 0)).toThrow(
      'm2ccColumns: ptmissY has 3 events, expected 1500.'
    );
    expect(() => m2ccColumns('ab', events, 0, emptyMinima(2))).toThrow('expected 1500');
  });
});

describe('m2cc', () => {
  it('gives the columns of a single event', () => {
    const { events, mInvisible } = referenceEvents('toy');
    const { value, status, residual, k1, k2 } = m2ccColumns('ab', events, mInvisible);
    const vector = (p: typeof k1): readonly [number, number, number, number] => [
      p.e[7],
      p.px[7],
      p.py[7],
      p.pz[7],
    ];
    const found = m2cc(
      'ab',
      {
        a1: vector(events.a1),
        b1: vector(events.b1),
        a2: vector(events.a2),
        b2: vector(events.b2),
        ptmiss: [events.ptmissX[7], events.ptmissY[7]],
      },
      mInvisible
    );
    expect(found).toEqual({
      value: value[7],
      status: status[7],
      residual: residual[7],
      k1: vector(k1),
      k2: vector(k2),
    });
  });
});
