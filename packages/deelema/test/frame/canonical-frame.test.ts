import { describe, expect, it } from 'vitest';
import { toCanonicalFrame, type FrameSettings } from '../../src/frame/canonical-frame.ts';
import { FRAME, FRAME_LENGTH } from '../../src/frame/event-frame.ts';
import { frameUnit } from '../../src/frame/frame-unit.ts';
import { rowLayout } from '../../src/frame/row-layout.ts';
import { toLaboratory } from '../../src/frame/to-laboratory.ts';
import { ANTLER } from '../../src/topology/topology.ts';
import {
  boosted,
  branchesExchanged,
  changed,
  events,
  MASSES,
  N,
  rotated,
  type Events,
} from './events.ts';

const SETTINGS: FrameSettings = { topology: ANTLER, unit: 100, resolution: {} };
const LAYOUT = rowLayout(ANTLER, [], false);
const EVENTS = events();

/** Rows of the first pairing, or of the second, in full precision. */
function rowsOf({ visible, ptmiss }: Events, pairing = 0, settings = SETTINGS): Float64Array[] {
  const { rows, layout } = toCanonicalFrame(visible, ptmiss, settings, Float64Array);
  return Array.from({ length: ptmiss.px.length }, (_, i) =>
    rows.subarray((2 * i + pairing) * layout.width, (2 * i + pairing + 1) * layout.width)
  );
}

/** Largest difference between rows of equivalent events; units of `SETTINGS`, energies up to 20. */
function difference(one: Float64Array[], other: Float64Array[]): number {
  return Math.max(...one.flatMap((row, i) => [...row].map((x, k) => Math.abs(x - other[i][k]))));
}

describe('rowLayout', () => {
  it('puts momenta, pTmiss, rapidity, energy and resolutions in this order', () => {
    expect(rowLayout(ANTLER, ['b2', 'a1'], true)).toEqual({
      ...{ width: 22, momenta: 0, ptmiss: 16, rapidity: 17, energy: 18 },
      ...{ resolutions: [19, 20], ptmissResolution: 21 },
    });
    expect(LAYOUT).toMatchObject({ width: 19, resolutions: [], ptmissResolution: undefined });
  });

  it('refuses the resolution of no visible particle', () => {
    expect(() => rowLayout(ANTLER, ['c1'], false)).toThrow(
      new RangeError('rowLayout: c1 has a resolution, expected roles of a1, a2, b1, b2.')
    );
  });
});

describe('toCanonicalFrame', () => {
  it('leaves an event alone that is in its frame', () => {
    // Four massless particles, Σ p_z = 4 − 1 + 0 − 3.
    const row = [5, 0, 3, 4, 3, -2, -2, -1, 1, 1, 0, 0, 3, 0, 0, -3];
    const [got] = rowsOf(single(row, [7, 0]));
    const expected = [...row, 7, 0, 12].map((x, k) => (k === LAYOUT.rapidity ? x : x / 100));
    expect([...got]).toEqual(expected);
  });

  it('rotates by the angle of pTmiss, and reflects', () => {
    // pTmiss along −y: (x, y) → (−y, x). Then a₁ has y = 2 > 0, and z is reflected.
    const row = [3, 2, 1, -2, 1, 0, 0, 1, 1, 0, 0, 1, 0.5, -0.5, 0, 0];
    const [got] = rowsOf(single(row, [0, -6]));
    const expected = [3, -1, 2, 2, 1, 0, 0, -1, 1, 0, 0, -1, 0.5, 0, -0.5, 0, 6, 0, 5.5];
    expected.forEach((x, k) => {
      // Rounding of the last digit.
      expect(got[k] * (k === LAYOUT.rapidity ? 1 : 100)).toBeCloseTo(x, 14);
    });
  });

  it('fulfils what defines the frame', () => {
    const rows = rowsOf(EVENTS);
    for (const [i, row] of rows.entries()) {
      const pz = row[3] + row[7] + row[11] + row[15];
      // Rounding of boosts by up to e² for particles of up to 3 units.
      expect(Math.abs(pz)).toBeLessThan(1e-12);
      expect(row[0]).toBeGreaterThanOrEqual(row[4]);
      expect(Math.min(row[2], row[3])).toBeGreaterThanOrEqual(0);
      expect(row[LAYOUT.energy]).toBeCloseTo(row[0] + row[4] + row[8] + row[12], 12);
      const { px, py } = EVENTS.ptmiss;
      expect(row[LAYOUT.ptmiss]).toBeCloseTo(Math.hypot(px[i], py[i]) / 100, 12);
    }
    expect(rows).toHaveLength(N);
  });

  it.each([
    ['rotations about the beam', rotated(EVENTS, (i) => i)],
    ['a reflection of x', changed(EVENTS, ([e, px, py, pz]) => [e, -px, py, pz])],
    ['a reflection of y', changed(EVENTS, ([e, px, py, pz]) => [e, px, -py, pz])],
    ['a reflection of z', changed(EVENTS, ([e, px, py, pz]) => [e, px, py, -pz])],
    ['an exchange of branches', branchesExchanged(EVENTS)],
  ])('is blind to %s', (_, equivalent) => {
    for (const pairing of [0, 1]) {
      const rows = rowsOf(equivalent, pairing);
      // Rounding of numbers up to 20, after boosts by up to e².
      expect(difference(rowsOf(EVENTS, pairing), rows)).toBeLessThan(1e-12);
    }
  });

  it('is blind to boosts along the beam but for the rapidity', () => {
    const rapidity = (i: number): number => Math.sin(i);
    const { frames } = toCanonicalFrame(EVENTS.visible, EVENTS.ptmiss, SETTINGS);
    const rows = rowsOf(boosted(EVENTS, rapidity));
    rows.forEach((row, i) => {
      row[LAYOUT.rapidity] -= frames[i * FRAME_LENGTH + FRAME.signZ] * rapidity(i);
    });
    // Rounding of numbers up to 20, after boosts by up to e³.
    expect(difference(rowsOf(EVENTS), rows)).toBeLessThan(1e-12);
  });

  it('has the file with b₁ and b₂ exchanged as its second pairing', () => {
    const { a1, a2, b1, b2 } = EVENTS.visible;
    const other: Events = { visible: { a1, a2, b1: b2, b2: b1 }, ptmiss: EVENTS.ptmiss };
    // The same sums in another order.
    expect(difference(rowsOf(EVENTS, 1), rowsOf(other, 0))).toBeLessThan(1e-12);
    expect(difference(rowsOf(EVENTS, 1), rowsOf(EVENTS, 0))).toBeGreaterThan(1);
  });

  it('gives the same in single precision', () => {
    const { rows } = toCanonicalFrame(EVENTS.visible, EVENTS.ptmiss, SETTINGS);
    expect(rows).toBeInstanceOf(Float32Array);
    const exact = toCanonicalFrame(EVENTS.visible, EVENTS.ptmiss, SETTINGS, Float64Array);
    expect(rows).toEqual(Float32Array.from(exact.rows));
  });

  it('keeps the branches where it is told to', () => {
    const { visible, ptmiss } = branchesExchanged(EVENTS);
    const settings = { ...SETTINGS, exchangeBranches: false };
    const frames = [EVENTS, { visible, ptmiss }].map(
      (all) => toCanonicalFrame(all.visible, all.ptmiss, settings).frames
    );
    for (const each of frames) {
      expect(each.filter((_, k) => k % FRAME_LENGTH === FRAME.exchanged)).toEqual(
        new Float64Array(N)
      );
    }
  });

  it('turns nothing without missing momentum', () => {
    const row = [5, 0, 3, 4, 3, -2, -2, -1, 1, 1, 0, 0, 3, 0, 0, -3];
    const { visible, ptmiss } = single(row, [0, 0]);
    const { frames } = toCanonicalFrame(visible, ptmiss, SETTINGS);
    expect([...frames]).toEqual([0, 1, 0, 1, 1, 0]);
  });

  it('refuses events without a frame, lengths that differ, and a unit of 0', () => {
    const { visible, ptmiss } = EVENTS;
    const { a1, a2, b1 } = visible;
    const along = single([1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0]);
    const few = { px: ptmiss.px.slice(1), py: ptmiss.py.slice(1) };
    const call = (events: Parameters<typeof toCanonicalFrame>): (() => void) => {
      return () => void toCanonicalFrame(...events);
    };
    expect(call([along.visible, along.ptmiss, SETTINGS])).toThrow(
      new RangeError(
        'toCanonicalFrame: the visible particles of event 0 have E + p_z = 2 GeV and E − p_z = 0 GeV, expected two finite numbers above 0.'
      )
    );
    expect(call([{ a1, a2, b1 }, ptmiss, SETTINGS])).toThrow(
      new RangeError('toCanonicalFrame: there is no particle b2, expected it beside a1, a2, b1.')
    );
    expect(call([visible, few, SETTINGS])).toThrow(
      new RangeError('toCanonicalFrame: a1.e has 400 events, expected 399.')
    );
    expect(call([visible, { px: ptmiss.px, py: few.py }, SETTINGS])).toThrow(
      new RangeError('toCanonicalFrame: ptmiss.py has 399 events, expected 400.')
    );
    expect(call([visible, ptmiss, { ...SETTINGS, unit: 0 }])).toThrow(
      new RangeError('toCanonicalFrame: the unit is 0 GeV, expected one above 0.')
    );
  });
});

describe('toLaboratory', () => {
  it('brings a₁ and a₂ of the frame back to where they were', () => {
    const { visible, ptmiss } = EVENTS;
    const { rows, frames } = toCanonicalFrame(
      visible,
      ptmiss,
      { ...SETTINGS, unit: 1 },
      Float64Array
    );
    const from = 7;
    const part = (first: number) => ({
      px: column(first + 1),
      py: column(first + 2),
      pz: column(first + 3),
    });
    const column = (k: number): number[] =>
      Array.from({ length: N - from }, (_, i) => rows[2 * (from + i) * LAYOUT.width + k]);
    const back = toLaboratory(part(0), part(4), [MASSES.a1, MASSES.a2], frames, from);
    for (const key of ['e', 'px', 'py', 'pz'] as const) {
      for (let i = 0; i < N - from; ++i) {
        // Rounding of momenta up to 2400 GeV, boosted there and back by up to e².
        expect(Math.abs(back.q1[key][i] - visible.a1[key][from + i])).toBeLessThan(1e-10);
        expect(Math.abs(back.q2[key][i] - visible.a2[key][from + i])).toBeLessThan(1e-10);
      }
    }
    const exchanged = frames.filter((x, k) => k % FRAME_LENGTH === FRAME.exchanged && x === 1);
    // Both kinds are among the events.
    expect(exchanged.length).toBeGreaterThan(N / 4);
    expect(exchanged.length).toBeLessThan((3 * N) / 4);
  });

  it('refuses columns that differ in length and frames that are too few', () => {
    const q = { px: [1], py: [1], pz: [1] };
    const frames = new Float64Array(FRAME_LENGTH);
    expect(() => toLaboratory(q, { ...q, py: [1, 2] }, [0, 0], frames)).toThrow(
      new RangeError('toLaboratory: a column has 2 events, expected 1.')
    );
    expect(() => toLaboratory(q, q, [0, 0], frames, 1)).toThrow(
      new RangeError('toLaboratory: there are 0 frames, expected 1 or more.')
    );
  });
});

describe('frameUnit', () => {
  it('is the mean visible energy in the frame, per particle', () => {
    const mean = rowsOf(EVENTS).reduce((sum, row) => sum + row[LAYOUT.energy], 0) / N;
    // Another way to the same energy: rounding.
    expect(frameUnit(EVENTS.visible) / (25 * mean)).toBeCloseTo(1, 12);
  });

  it('refuses events without visible energy', () => {
    expect(() => frameUnit({})).toThrow(
      new RangeError(
        'frameUnit: the mean energy of 0 visible particles in 0 events is NaN GeV, expected one above 0.'
      )
    );
  });
});

/** One event: E, px, py, pz of a₁, a₂, b₁, b₂. */
function single(row: readonly number[], [px, py]: readonly [number, number]): Events {
  const particle = (at: number) => ({
    e: Float64Array.of(row[at]),
    px: Float64Array.of(row[at + 1]),
    py: Float64Array.of(row[at + 2]),
    pz: Float64Array.of(row[at + 3]),
  });
  return {
    visible: { a1: particle(0), a2: particle(4), b1: particle(8), b2: particle(12) },
    ptmiss: { px: Float64Array.of(px), py: Float64Array.of(py) },
  };
}
