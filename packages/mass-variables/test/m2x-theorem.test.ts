import { describe, expect, it } from 'vitest';
import {
  m2cxColumns,
  m2xxColumns,
  mt2,
  mt2Columns,
  STATUS,
  type AntlerEvents,
} from '@deelema/mass-variables';
import { parentMasses } from './support/minimum-masses.ts';
import { randomAntlers } from './support/random-antlers.ts';
import { referenceEvents } from './support/reference-events.ts';

const RANDOM = randomAntlers('m2x', 500, { ma: 10, mb: [20, 30], momentum: 40 });

interface Sample {
  readonly name: string;
  readonly events: AntlerEvents;
  readonly m: number;
}

const SAMPLES: Sample[] = [
  ...(['toy', 'ttbar'] as const).map((name) => {
    const { events, mInvisible } = referenceEvents(name);
    return { name, events, m: mInvisible };
  }),
  { name: 'random events with recoil', events: RANDOM, m: 50 },
];

const CASES = SAMPLES.flatMap((sample) =>
  (['b', 'ab'] as const).map((subsystem) => ({ ...sample, subsystem }))
);

describe.each(CASES)('M_2XX and M_2CX of $name ($subsystem)', ({ events, m, subsystem }) => {
  const expected = mt2Columns(subsystem, events, m);
  const xx = m2xxColumns(subsystem, events, m);
  const cx = m2cxColumns(subsystem, events, m);

  it('are M_T2 (theorem of Cho et al., arXiv:1401.1449)', () => {
    for (const { value, status } of [xx, cx]) {
      expect(value).toHaveLength(expected.length);
      expect(Math.max(...status)).toBeLessThanOrEqual(STATUS.oneSided);
      // Another unit of length: roundings of M².
      value.forEach((M, i) => expect(Math.abs(M - expected[i])).toBeLessThan(1e-11 * (1 + M)));
    }
  });

  it('come with momenta that have it, on the mass shells and with pTmiss', () => {
    const larger = subsystem === 'b' ? (['B1', 'B2'] as const) : (['A1', 'A2'] as const);
    for (const found of [xx, cx]) {
      for (let i = 0; i < expected.length; ++i) {
        const masses = parentMasses(events, found, i);
        const [first, second] = larger.map((key) => masses[key]);
        const scale = 1 + events.a1.e[i] + events.a2.e[i] + found.k1.e[i] + found.k2.e[i];
        expect(masses.open).toBeLessThan(1e-13 * scale);
        // m² is a difference of squared energies, here relative to these; in balanced events M_T2
        // is where two m_T cross, and the momenta carry the root of its rounding.
        const off = Math.abs(Math.max(first, second) ** 2 - expected[i] ** 2);
        expect(off).toBeLessThan(1e-8 * scale * scale);
        expect(Math.abs(masses.C1 ** 2 - m * m)).toBeLessThan(1e-13 * scale * scale);
        if (found === cx)
          expect(Math.abs(first ** 2 - second ** 2)).toBeLessThan(2 * 1e-8 * scale ** 2);
      }
    }
  });
});

describe('M_2XX of events that are no ordinary ones', () => {
  it('takes unequal trial masses', () => {
    const masses = [60, 20] as const;
    const { value } = m2xxColumns('b', RANDOM, masses);
    const { b1, b2, ptmissX, ptmissY } = RANDOM;
    const arguments2 = [b2.px[0], b2.py[0], ptmissX[0], ptmissY[0], ...masses] as const;
    expect(value[0]).toBeCloseTo(mt2(20, b1.px[0], b1.py[0], 30, ...arguments2), 10);
  });

  it('says which events are invalid, and refuses masses that are', () => {
    const events = { ...RANDOM, ptmissX: RANDOM.ptmissX.map((x, i) => (i === 3 ? NaN : x)) };
    const { value, status } = m2xxColumns('ab', events, 50);
    expect(status[3]).toBe(STATUS.invalidInput);
    expect(value[3]).toBeNaN();
    expect(value[4]).toBeGreaterThan(0);
    expect(() => m2xxColumns('ab', RANDOM, -1)).toThrow(RangeError);
    expect(() => m2cxColumns('ab', RANDOM, [1, Infinity])).toThrow(RangeError);
  });
});
