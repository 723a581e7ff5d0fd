import { describe, expect, it } from 'vitest';
import { OnShellSolver } from '@deelema/mass-variables';
import {
  PARTS,
  SolvabilityMap,
  type MassAxes,
  type SolvabilitySettings,
} from '../../src/solvability/solvability-map.ts';
import { exchangeSome, part, scaled, TOY, toyEvents } from './support/toy-events.ts';

const N = 500;
const EVENTS = toyEvents(N, 1);
const AXES: MassAxes = {
  mA: Float64Array.of(960, 990, 1000, 1040),
  mB: Float64Array.of(780, 800, 820),
};
const SETTINGS: SolvabilitySettings = { axes: AXES, mC: [700, 700], pairing: 'given' };
const TRUTH = 1 * 4 + 2;

describe('SolvabilityMap', () => {
  const map = counted(SETTINGS);

  it('finds every event solvable at the true masses, and less around them', () => {
    const fractions = map.fractions();
    expect(fractions.length).toBe(12);
    // Events whose two solutions merge at the truth itself may be lost to rounding.
    expect(fractions[TRUTH]).toBeGreaterThan(0.99);
    fractions.forEach((fraction, k) => {
      if (k !== TRUTH) expect(fraction).toBeLessThan(fractions[TRUTH]);
    });
  });

  it('counts what the solver solves, event by event', () => {
    const solver = new OnShellSolver();
    let expected = 0;
    for (let i = 0; i < N; ++i) {
      solver.load(EVENTS, i);
      solver.trial.set([990, 820, 700, 990, 820, 700]);
      if (solver.solve() > 0) ++expected;
    }
    expect(map.fractions()[2 * 4 + 1]).toBe(expected / N);
    expect(expected).toBeGreaterThan(100);
    expect(expected).toBeLessThan(400);
  });

  it('gives each pairing half of an event where it is unknown', () => {
    const exchanged = counted({ ...SETTINGS, pairing: 'given' }, exchangeAll());
    const either = counted({ ...SETTINGS, pairing: 'unknown' });
    const expected = map.fractions().map((f, k) => (f + exchanged.fractions()[k]) / 2);
    // Rounding of a division.
    either.fractions().forEach((fraction, k) => expect(fraction).toBeCloseTo(expected[k], 14));
    const mixed = counted({ ...SETTINGS, pairing: 'unknown' }, exchangeSome(EVENTS));
    expect(mixed.fractions()).toEqual(either.fractions());
  });

  it('respects weights of either sign', () => {
    const weights = Float64Array.from({ length: N }, (_, i) => (i % 3 === 0 ? -0.5 : 2));
    const weighted = new SolvabilityMap(SETTINGS);
    weighted.add(EVENTS, 0, weights);
    const parts = [0, 1].map((kind) => {
      const only = new SolvabilityMap(SETTINGS);
      only.add(
        EVENTS,
        0,
        weights.map((w) => (w < 0 === (kind === 0) ? 1 : 0))
      );
      return only;
    });
    const [negative, positive] = parts.map((one) => one.weights.reduce((sum, w) => sum + w, 0));
    const total = -0.5 * negative + 2 * positive;
    weighted.fractions().forEach((fraction, k) => {
      const expected =
        (-0.5 * negative * parts[0].fractions()[k] + 2 * positive * parts[1].fractions()[k]) /
        total;
      // Rounding of sums of 500.
      expect(fraction).toBeCloseTo(expected, 12);
    });
  });

  it('adds up from chunks to the same bytes', () => {
    const whole = counted({ ...SETTINGS, pairing: 'unknown' });
    const merged = new SolvabilityMap({ ...SETTINGS, pairing: 'unknown' });
    for (const [first, end] of [
      [0, 130],
      [130, 131],
      [131, N],
    ]) {
      const chunk = new SolvabilityMap({ ...SETTINGS, pairing: 'unknown' });
      chunk.add(part(EVENTS, first, end), first);
      merged.merge(chunk);
    }
    expect(merged.solvable).toEqual(whole.solvable);
    expect(merged.weights).toEqual(whole.weights);
    expect(merged.events).toBe(N);
  });

  it('counts parts as often as asked', () => {
    const times = new Float64Array(PARTS);
    times[3] = 2;
    const only = new SolvabilityMap(SETTINGS);
    for (let i = 3; i < N; i += PARTS) only.add(part(EVENTS, i, i + 1), i);
    expect(map.fractions(times)).toEqual(only.fractions());
  });

  it.each([1e-6, 1e6])('scales with momenta and masses: times %f', (k) => {
    const axes = { mA: AXES.mA.map((m) => k * m), mB: AXES.mB.map((m) => k * m) };
    const other = counted({ ...SETTINGS, axes, mC: [700 * k, 700 * k] }, scaled(EVENTS, k));
    const off = other.fractions().map((f, at) => Math.abs(f - map.fractions()[at]));
    // Rounding may turn an event whose solutions merge: two of 500, at the truth.
    expect(Math.max(...off)).toBeLessThanOrEqual(2 / N);
  });

  it.each([
    [
      { axes: { ...AXES, mB: Float64Array.of(800, 800) } },
      'SolvabilityMap: the trial masses mB are 800, 800 … GeV, expected rising ones above 0.',
    ],
    [{ mC: [-1, 0] }, 'SolvabilityMap: the masses of C are -1 and 0 GeV, expected 0 or more.'],
  ] as const)('says what is wrong with %o', (wrong, message) => {
    expect(() => new SolvabilityMap({ ...SETTINGS, ...wrong })).toThrow(new RangeError(message));
  });

  it('finds nothing where the masses are not in order', () => {
    const axes = { mA: Float64Array.of(600, 900), mB: Float64Array.of(650, 950) };
    expect([...counted({ ...SETTINGS, axes }).fractions()]).toEqual([0, 0, 0, 0]);
    expect(TOY).toEqual([1000, 800, 700]);
  });
});

function counted(settings: SolvabilitySettings, events = EVENTS): SolvabilityMap {
  const map = new SolvabilityMap(settings);
  map.add(events, 0);
  return map;
}

function exchangeAll(): typeof EVENTS {
  return { ...EVENTS, b1: EVENTS.b2, b2: EVENTS.b1 };
}
