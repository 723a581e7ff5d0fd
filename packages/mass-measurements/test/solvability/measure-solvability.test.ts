import { beforeAll, describe, expect, it } from 'vitest';
import {
  measureSolvability,
  type MeasureSolvabilitySettings,
} from '../../src/solvability/measure-solvability.ts';
import type { SolvabilityMeasurement } from '../../src/solvability/measurement.ts';
import { SolvabilityMap } from '../../src/solvability/solvability-map.ts';
import { solvabilityCurve } from '../../src/solvability/solvability-curve.ts';
import { exchangeSome, part, scaled, toyEvents, type ToyMasses } from './support/toy-events.ts';

const N = 300;
const SETTINGS: MeasureSolvabilitySettings = {
  mC: [700, 700],
  pairing: 'unknown',
  points: 25,
  replicas: 30,
  seed: 1,
};
const EVENTS = exchangeSome(toyEvents(N, 1));

describe('measureSolvability', () => {
  let found: SolvabilityMeasurement;
  beforeAll(async () => {
    found = await measureSolvability(EVENTS, { ...SETTINGS, curve: [500, 700, 900] });
  });

  it('finds the masses of the toy, a fifth of its pairings wrong and unknown which', () => {
    // Within four errors, of 4 and 2 GeV with 300 events where the map is not looked at more closely.
    expectMasses(found, [1000, 800, 700]);
    expect(found.mB.error! / 800).toBeLessThan(0.01);
    expect(found.events).toBe(N);
    expect(found.details.reason).toBeNull();
  });

  it('finds the masses of another spectrum without a hint', async () => {
    const masses: ToyMasses = [300, 150, 0];
    const events = toyEvents(N, 3, masses);
    expectMasses(await measureSolvability(events, { ...SETTINGS, mC: [0, 0] }), masses);
  });

  it('gives the first map, with null where masses are not in order', () => {
    const { mA, mB, fractions } = found.map;
    expect([mA.length, mB.length, fractions.length]).toEqual([25, 25, 625]);
    fractions.forEach((fraction, k) => {
      const ordered = mA[k % 25] > mB[Math.floor(k / 25)] && mB[Math.floor(k / 25)] > 700;
      expect(fraction !== null).toBe(ordered);
    });
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it('is the same whoever counts the events', async () => {
    const shared = await measureSolvability(
      EVENTS,
      { ...SETTINGS, curve: [500, 700, 900] },
      undefined,
      async (settings) => {
        const [one, two] = [0, 150].map((first) => {
          const map = new SolvabilityMap(settings);
          map.add(part(EVENTS, first, first === 0 ? 150 : N), first);
          return map;
        });
        one.merge(two);
        return Promise.resolve(one);
      }
    );
    expect(shared).toEqual(found);
  });

  it('scales with momenta and masses', async () => {
    const { mA, mB } = await measureSolvability(scaled(EVENTS, 1e-3), {
      ...SETTINGS,
      mC: [0.7, 0.7],
    });
    // A single event more or less moves an edge by far less than its error.
    expect(Math.abs(1e3 * mA.value! - found.mA.value!)).toBeLessThan(0.5 * found.mA.error!);
    expect(Math.abs(1e3 * mB.value! - found.mB.value!)).toBeLessThan(0.5 * found.mB.error!);
  });

  it('says so where there is no edge', async () => {
    const window = { mA: [1200, 1300], mB: [850, 950] } as const;
    const none = await measureSolvability(EVENTS, { ...SETTINGS, window });
    expect(none.mA).toEqual({ value: null, error: null });
    expect(none.details.reason).toBe('The fractions have no edge within the trial masses.');
    expect(none.map.fractions.length).toBe(625);
    const empty = await measureSolvability(part(EVENTS, 0, 0), SETTINGS);
    expect([empty.mB.value, empty.map.fractions.length, empty.events]).toEqual([null, 0, 0]);
  });

  it('refuses too few points', async () => {
    await expect(measureSolvability(EVENTS, { ...SETTINGS, points: 20 })).rejects.toThrow(
      new RangeError('measureSolvability: points is 20, expected an integer, 21 or more.')
    );
  });
});

describe('solvabilityCurve', () => {
  it('is 1 at the true mass of C and less below', () => {
    const events = toyEvents(N, 1);
    const steps = { fromA: 300, fromB: 100 };
    const curve = solvabilityCurve(events, [300, 600, 700], steps, 'given');
    // Events whose solutions merge at the truth may be lost to rounding.
    expect(curve[2]).toBeGreaterThan(0.99);
    expect(curve[1]).toBeLessThan(0.97);
    expect(curve[0]).toBeLessThan(curve[1]);
  });
});

function expectMasses({ mA, mB }: SolvabilityMeasurement, masses: readonly number[]): void {
  expect(Math.abs(mA.value! - masses[0])).toBeLessThan(4 * mA.error!);
  expect(Math.abs(mB.value! - masses[1])).toBeLessThan(4 * mB.error!);
  expect(mA.error! / masses[0]).toBeLessThan(0.01);
}
