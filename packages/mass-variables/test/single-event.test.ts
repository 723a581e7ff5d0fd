import { describe, expect, it } from 'vitest';
import {
  emptyMinima,
  m2cc,
  m2ccColumns,
  m2cCons,
  m2cConsColumns,
  m2Cons,
  m2ConsColumns,
  m2cx,
  m2cxColumns,
  m2xc,
  m2xcColumns,
  m2xx,
  m2xxColumns,
  type AntlerEvent,
  type FourMomentum,
} from '@deelema/mass-variables';
import { referenceEvents } from './support/reference-events.ts';

const { events, mInvisible } = referenceEvents('toy');
/** Mass of a resonance that makes most of the pairs, GeV. */
const RESONANCE = { mass: 2800 };

function eventAt(i: number): AntlerEvent {
  const momentum = (role: 'a1' | 'b1' | 'a2' | 'b2'): FourMomentum => {
    const { e, px, py, pz } = events[role];
    return [e[i], px[i], py[i], pz[i]];
  };
  return {
    a1: momentum('a1'),
    b1: momentum('b1'),
    a2: momentum('a2'),
    b2: momentum('b2'),
    ptmiss: [events.ptmissX[i], events.ptmissY[i]],
  };
}

const PAIRS = [
  { name: 'm2cc', one: m2cc, columns: m2ccColumns },
  { name: 'm2xc', one: m2xc, columns: m2xcColumns },
  { name: 'm2cx', one: m2cx, columns: m2cxColumns },
  { name: 'm2xx', one: m2xx, columns: m2xxColumns },
  {
    name: 'm2Cons',
    one: (...[subsystem, event, m]: Parameters<typeof m2cc>) =>
      m2Cons(subsystem, event, m, RESONANCE),
    columns: (...[subsystem, all, m]: Parameters<typeof m2ccColumns>) =>
      m2ConsColumns(subsystem, all, m, RESONANCE),
  },
  {
    name: 'm2cCons',
    one: (...[subsystem, event, m]: Parameters<typeof m2cc>) =>
      m2cCons(subsystem, event, m, RESONANCE),
    columns: (...[subsystem, all, m]: Parameters<typeof m2ccColumns>) =>
      m2cConsColumns(subsystem, all, m, RESONANCE),
  },
];

describe.each(PAIRS)('$name of one event', ({ one, columns }) => {
  it.each(['ab', 'b'] as const)('is what the columns hold of it (%s)', (subsystem) => {
    const all = columns(subsystem, events, mInvisible, emptyMinima(events.ptmissX.length));
    for (const i of [0, 1, 2, 3, 4]) {
      const { value, status, residual, k1, k2 } = one(subsystem, eventAt(i), mInvisible);
      expect([value, status, residual]).toEqual([all.value[i], all.status[i], all.residual[i]]);
      expect(k1).toEqual([all.k1.e[i], all.k1.px[i], all.k1.py[i], all.k1.pz[i]]);
      expect(k2).toEqual([all.k2.e[i], all.k2.px[i], all.k2.py[i], all.k2.pz[i]]);
    }
  });

  it('does not take a negative trial mass', () => {
    expect(() => one('ab', eventAt(0), -1)).toThrow(RangeError);
    expect(() => one('ab', eventAt(0), [0, NaN])).toThrow(/trial mass is NaN/);
  });
});
