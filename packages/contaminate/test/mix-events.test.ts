import { describe, expect, it } from 'vitest';
import {
  fourMomenta,
  INVISIBLE_ROLES,
  momentumColumns,
  trueRole,
  VISIBLE_ROLES,
  type EventBatch,
} from '@deelema/events';
import { simulateEvents, type SimulationSettings } from '@deelema/generators';
import { stream } from '@deelema/random';
import { mixEvents } from '../src/mix-events.ts';
import { totalTransverse } from '../src/transverse.ts';
import { kolmogorov, kolmogorovOfTwo, pull } from '../../../test/support/statistics.ts';

const N = 20_000;
const TABLE = { pt: [20], resolution: [0.1] };

function simulate(changes: Partial<SimulationSettings> = {}): EventBatch {
  const masses = { mA: 1000, mB: 800, mC: 700 };
  const [batch] = simulateEvents({ source: 'toy', ...masses, events: N, seed: 1, ...changes });
  return batch;
}

function mixAll(batch: EventBatch, seed = 1): EventBatch {
  return mixEvents(batch, new Uint8Array(batch.length).fill(1), stream(seed, 'test'));
}

function transverse(batch: EventBatch, role: string): Float64Array {
  const { px, py } = fourMomenta(batch, role);
  return px.map((x, i) => Math.hypot(x, py[i]));
}

function azimuth(batch: EventBatch, role: string): Float64Array {
  const { px, py } = fourMomenta(batch, role);
  return px.map((x, i) => Math.atan2(py[i], x));
}

/** The row that each value of a column came from; no two events have the same. */
function origins(batch: EventBatch, mixed: EventBatch, name: string): number[] {
  const rows = new Map(Array.from(batch.columns[name], (value, i) => [value, i]));
  return Array.from(mixed.columns[name], (value) => rows.get(value) ?? NaN);
}

describe('mixEvents', () => {
  const batch = simulate({ recoil: { spectrum: 'exponential', mean: 100 } });
  const mixed = mixAll(batch);

  it('takes the four particles from four events, each as it is but for a turn', () => {
    const rows = VISIBLE_ROLES.map((role) => {
      const from = origins(batch, mixed, `${role}_E`);
      expect(from).toEqual(origins(batch, mixed, `${role}_pz`));
      const [before, after] = [transverse(batch, role), transverse(mixed, role)];
      // A turn is a rounding off.
      after.forEach((pt, i) => expect(Math.abs(pt / before[from[i]] - 1)).toBeLessThan(1e-12));
      return from;
    });
    for (let i = 0; i < N; ++i) {
      expect(new Set(rows.map((from) => from[i])).size).toBe(4);
    }
  });

  it.each(VISIBLE_ROLES)('leaves pT of %s spread as it was, and turns it evenly', (role) => {
    // Kolmogorov's λ is beyond 2 once in 1 500 times.
    const spread = kolmogorovOfTwo(transverse(batch, role), transverse(mixed, role));
    expect(spread).toBeLessThan(2);
    const even = kolmogorov(azimuth(mixed, role), (phi) => phi / (2 * Math.PI) + 0.5);
    expect(even).toBeLessThan(2);
  });

  it('takes away what connects a and b: they have no preferred azimuth to each other', () => {
    const cosines = (events: EventBatch): Float64Array => {
      const [a, b] = [azimuth(events, 'a1'), azimuth(events, 'b1')];
      return a.map((phi, i) => Math.cos(phi - b[i]));
    };
    expect(Math.abs(pull(cosines(mixed), 0))).toBeLessThan(4);
    // As a check of the check.
    expect(Math.abs(pull(cosines(batch), 0))).toBeGreaterThan(10);
  });

  it('keeps the recoil: that of one of the events, evenly turned', () => {
    const length = (events: EventBatch): Float64Array => {
      const { x, y } = totalTransverse(events);
      return x.map((value, i) => Math.hypot(value, y[i]));
    };
    const before = length(batch).toSorted();
    for (const recoil of length(mixed)) {
      const near = nearest(before, recoil);
      // Rounding of sums of four momenta of up to some TeV.
      expect(Math.abs(recoil - near)).toBeLessThan(1e-9);
    }
    const { x, y } = totalTransverse(mixed);
    const angles = x.map((value, i) => Math.atan2(y[i], value));
    expect(kolmogorov(angles, (phi) => phi / (2 * Math.PI) + 0.5)).toBeLessThan(2);
    expect(kolmogorovOfTwo(length(batch), length(mixed))).toBeLessThan(2);
  });

  it('keeps the resolution of pTmiss, which is all that events without recoil lack to balance', () => {
    const smearing = { seed: 1, objects: {}, ptmiss: { sigma: 20 } };
    const { x } = totalTransverse(mixAll(simulate({ smearing })));
    const variance = x.reduce((sum, value) => sum + value * value, 0) / N;
    // The error of σ is 0.5 %; 4 of them.
    expect(Math.abs(Math.sqrt(variance) / 20 - 1)).toBeLessThan(0.02);
  });

  it('takes momenta before smearing along', () => {
    const smeared = simulate({ events: 500, smearing: { seed: 1, objects: { a: TABLE } } });
    const after = mixAll(smeared);
    for (const role of ['a1', 'a2'] as const) {
      const from = origins(smeared, after, `${role}_E`);
      expect(origins(smeared, after, `${trueRole(role)}_E`)).toEqual(from);
      // Smearing keeps directions, and so must a turn of both.
      const [measured, truth] = [azimuth(after, role), azimuth(after, trueRole(role))];
      truth.forEach((phi, i) => expect(Math.cos(phi - measured[i])).toBeCloseTo(1, 12));
    }
  });

  it('has no invisible particles of A and B, and leaves number, weight and the given events alone', () => {
    const original = simulate({ events: 100 });
    const after = mixAll(original);
    for (const name of INVISIBLE_ROLES.flatMap(momentumColumns)) {
      expect(after.columns[name]).toEqual(new Float64Array(100));
    }
    expect(after.columns.event).toEqual(original.columns.event);
    expect(after.columns.weight).toEqual(original.columns.weight);
    expect(original).toEqual(simulate({ events: 100 }));
  });

  it('replaces only the events that are marked, by the same whatever happens elsewhere', () => {
    const original = simulate({ events: 50 });
    const marks = Uint8Array.from({ length: 50 }, (_, i) => (i % 7 === 3 ? 1 : 0));
    const after = mixEvents(original, marks, stream(1, 'test'));
    for (const name of Object.keys(original.columns)) {
      after.columns[name].forEach((value, i) => {
        if (marks[i] === 0) expect(value).toBe(original.columns[name][i]);
      });
    }
    const changed = after.columns.a1_px.filter((px, i) => px !== original.columns.a1_px[i]);
    expect(changed.length).toBe(marks.filter((mark) => mark === 1).length);
    expect(mixEvents(original, marks, stream(1, 'test'))).toEqual(after);
    expect(mixEvents(original, marks, stream(2, 'test'))).not.toEqual(after);
  });

  it.each([1, 2, 3, 4, 5])('makes do with a batch of %d events', (events) => {
    const few = simulate({ events });
    const after = mixAll(few);
    const rows = VISIBLE_ROLES.map((role) => origins(few, after, `${role}_E`));
    for (let i = 0; i < events; ++i) {
      expect(new Set(rows.map((from) => from[i])).size).toBe(Math.min(4, events));
    }
  });
});

function nearest(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (sorted[middle] > value) high = middle;
    else low = middle;
  }
  return value - sorted[low] < sorted[high] - value ? sorted[low] : sorted[high];
}
