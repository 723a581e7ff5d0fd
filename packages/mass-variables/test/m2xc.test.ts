import { describe, expect, it } from 'vitest';
import {
  m2ccColumns,
  m2xcColumns,
  mt2Columns,
  STATUS,
  type AntlerEvents,
} from '@deelema/mass-variables';
import { parentMasses } from './support/minimum-masses.ts';
import { randomAntlers } from './support/random-antlers.ts';
import { referenceEvents } from './support/reference-events.ts';

const TRUE_MASS = { ab: 1000, b: 800 } as const;
const CASES = (['toy', 'ttbar'] as const).flatMap((sample) =>
  (['b', 'ab'] as const).map((subsystem) => ({ sample, subsystem }))
);

describe.each(CASES)('M_2XC of the reference events of $sample ($subsystem)', (kind) => {
  const { sample, subsystem } = kind;
  const { events, mInvisible, value } = referenceEvents(sample);
  const found = m2xcColumns(subsystem, events, mInvisible);
  const lower = mt2Columns(subsystem, events, mInvisible);
  const upper = value(`m2cc_${subsystem}`);

  it('lies between M_T2 and M_2CC of the table', () => {
    found.value.forEach((M, i) => {
      expect(M).toBeGreaterThan(lower[i] * (1 - 1e-12));
      // The table's solver stops at 1e-10 of the level.
      expect(M).toBeLessThan(upper[i] * (1 + 1e-9));
    });
  });

  it('is the threshold, and M_T2, in all events that M_2CC finds one-sided', () => {
    const oneSided = value(`m2cc_${subsystem}_onesided`);
    found.status.forEach((status, i) => {
      expect(status).toBeLessThanOrEqual(STATUS.oneSided);
      if (oneSided[i] === 1) expect(status).toBe(STATUS.oneSided);
      if (status === STATUS.oneSided) expect(found.value[i]).toBeCloseTo(lower[i], 9);
    });
  });

  it('comes with momenta that have it at equal masses of the relatives', () => {
    const ab = subsystem === 'ab';
    for (let i = 0; i < upper.length; ++i) {
      const { A1, A2, B1, B2, C1, C2, open } = parentMasses(events, found, i);
      const [parent1, parent2, other1, other2] = ab ? [A1, A2, B1, B2] : [B1, B2, A1, A2];
      const scale = events.a1.e[i] + events.a2.e[i] + found.k1.e[i] + found.k2.e[i];
      // Masses squared come as differences of energies squared; 1e-10 of these is what Newton leaves.
      const near = 1e-10 * scale * scale;
      expect(Math.abs(Math.max(parent1, parent2) ** 2 - found.value[i] ** 2)).toBeLessThan(near);
      expect(Math.abs(other1 ** 2 - other2 ** 2)).toBeLessThan(near);
      expect(Math.abs(C1 ** 2 - mInvisible ** 2)).toBeLessThan(near);
      expect(Math.abs(C2 ** 2 - mInvisible ** 2)).toBeLessThan(near);
      expect(open).toBeLessThan(1e-10 * scale);
    }
  });

  it('is at most the true mass where both branches have the same (toy)', () => {
    const largest = Math.max(...found.value);
    if (sample === 'toy') expect(largest).toBeLessThan(TRUE_MASS[subsystem] * (1 + 1e-9));
    // t t̄ has widths: masses above m_t = 173 are genuine.
    else expect(largest).toBeGreaterThan(subsystem === 'ab' ? 173 : 80);
  });
});

describe('M_2XC of the reference events beside YAM2 (approximate minimiser, default precision)', () => {
  it.each(['toy', 'ttbar'] as const)('agrees to 1e-3 for four fifths of %s', (sample) => {
    const { events, mInvisible, value } = referenceEvents(sample);
    const found = m2xcColumns('ab', events, mInvisible).value;
    const off = found.map((M, i) => Math.abs(value('yam2_m2XC')[i] / M - 1)).sort();
    // Its constraints hold to 1e-3 or worse, and it stops in other minima.
    expect(off[500]).toBeLessThan(1e-4);
    expect(off[750]).toBeLessThan(1e-3);
  });
});

const MASSES = [60, 40] as const;
const EVENTS = randomAntlers('m2xc', 300, { ma: 10, mb: [5, 20], momentum: 40 });
const N = EVENTS.ptmissX.length;

/** Events with every four-momentum mapped. */
function mapped(
  events: AntlerEvents,
  map: (e: number, x: number, y: number, z: number) => readonly number[]
): AntlerEvents {
  const column = (rows: (readonly number[])[], k: number): Float64Array =>
    Float64Array.from(rows, (row) => row[k]);
  const particle = ({ e, px, py, pz }: AntlerEvents['a1']): AntlerEvents['a1'] => {
    const rows = [...e.keys()].map((i) => map(e[i], px[i], py[i], pz[i]));
    return { e: column(rows, 0), px: column(rows, 1), py: column(rows, 2), pz: column(rows, 3) };
  };
  const { a1, b1, a2, b2, ptmissX, ptmissY } = events;
  const rows = [...ptmissX.keys()].map((i) => map(0, ptmissX[i], ptmissY[i], 0));
  return {
    a1: particle(a1),
    b1: particle(b1),
    a2: particle(a2),
    b2: particle(b2),
    ptmissX: column(rows, 1),
    ptmissY: column(rows, 2),
  };
}

describe.each(['ab', 'b'] as const)('M_2XC of random events (%s)', (subsystem) => {
  const { value, status, k1 } = m2xcColumns(subsystem, EVENTS, MASSES);
  const worst = (other: Float64Array, factor = 1): number =>
    Math.max(...value.map((M, i) => Math.abs(other[i] / (factor * M) - 1)));

  it('is found for all of them, also where M_2CC has no solution', () => {
    expect(Math.max(...status)).toBeLessThanOrEqual(STATUS.oneSided);
    const equal = m2ccColumns(subsystem, EVENTS, MASSES).status;
    expect(equal.filter((s) => s === STATUS.infeasible).length).toBeGreaterThan(3);
  });

  it('does not change when the branches are exchanged', () => {
    const image = { ...EVENTS, a1: EVENTS.a2, b1: EVENTS.b2, a2: EVENTS.a1, b2: EVENTS.b1 };
    const other = m2xcColumns(subsystem, image, [MASSES[1], MASSES[0]]);
    // Other orders of the same sums.
    expect(worst(other.value)).toBeLessThan(1e-12);
    expect([...other.status]).toEqual([...status]);
    for (let i = 0; i < N; ++i) {
      expect(Math.abs(other.k2.px[i] - k1.px[i])).toBeLessThan(1e-7 * k1.e[i]);
    }
  });

  it.each([1e-6, 1e6])('scales with the event by %d', (factor) => {
    const image = mapped(EVENTS, (...p) => p.map((k) => factor * k));
    const masses = [factor * MASSES[0], factor * MASSES[1]] as const;
    expect(worst(m2xcColumns(subsystem, image, masses).value, factor)).toBeLessThan(1e-12);
  });

  it('does not change when the event turns about the beam or moves along it', () => {
    const turned = mapped(EVENTS, (e, x, y, z) => [e, 0.6 * x - 0.8 * y, 0.8 * x + 0.6 * y, z]);
    expect(worst(m2xcColumns(subsystem, turned, MASSES).value)).toBeLessThan(1e-12);
    const [cosh, sinh] = [Math.cosh(3), Math.sinh(3)];
    const moved = mapped(EVENTS, (e, x, y, z) => [cosh * e + sinh * z, x, y, sinh * e + cosh * z]);
    // Boosted energies squared are e⁶ = 400 times larger, and so are their roundings; masses of 5
    // among momenta of 40 add two digits.
    expect(worst(m2xcColumns(subsystem, moved, MASSES).value)).toBeLessThan(1e-10);
  });
});
