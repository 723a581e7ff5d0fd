import { describe, expect, it } from 'vitest';
import { m2ccColumns, STATUS, type AntlerEvents, type Minima } from '@deelema/mass-variables';
import {
  countStatuses,
  exchangeB,
  exchangeBranches,
  mapAntlers,
  type Vector,
} from './support/map-antlers.ts';
import { randomAntlers } from './support/random-antlers.ts';
import { referenceEvents } from './support/reference-events.ts';

interface Sample {
  readonly name: string;
  readonly events: AntlerEvents;
  readonly masses: readonly [number, number];
}

const SAMPLES: Sample[] = [
  { name: 'toy', events: referenceEvents('toy').events, masses: [700, 700] },
  {
    name: 'toy, wrong pairing',
    events: exchangeB(referenceEvents('toy').events),
    masses: [700, 700],
  },
  { name: 't t̄', events: referenceEvents('ttbar').events, masses: [0, 0] },
  {
    name: 'random events, unequal masses',
    events: randomAntlers('invariances', 500, { ma: 5, mb: [40, 2], momentum: 50 }),
    masses: [30, 90],
  },
];
const CASES = SAMPLES.flatMap((sample) =>
  (['ab', 'b'] as const).map((subsystem) => ({ ...sample, subsystem }))
);

/** The largest relative difference of two minima's values, which must be solved in the same events. */
function largestDifference(before: Minima, after: Minima): number {
  expect(countStatuses(after)).toEqual(countStatuses(before));
  const differences = Array.from(before.value, (value, i) =>
    before.status[i] > STATUS.oneSided ? 0 : Math.abs(after.value[i] / value - 1)
  );
  return Math.max(...differences);
}

describe.each(CASES)('m2ccColumns ($name, $subsystem)', ({ events, masses, subsystem }) => {
  const before = m2ccColumns(subsystem, events, masses);

  it('gives the same numbers when the branches are exchanged', () => {
    const [m1, m2] = masses;
    const after = m2ccColumns(subsystem, exchangeBranches(events), [m2, m1]);
    expect(after.value).toEqual(before.value);
    expect(after.status).toEqual(before.status);
    expect(after.k1).toEqual(before.k2);
    expect(after.k2).toEqual(before.k1);
  });

  it('does not depend on the direction of the x axis', () => {
    const [c, s] = [Math.cos(1), Math.sin(1)];
    const turned = mapAntlers(events, ([e, x, y, z]) => [e, c * x - s * y, s * x + c * y, z]);
    // 2e-9: rounding of a component is that of a mass squared, over ∂h/∂Y; 1e-11 in most samples.
    expect(largestDifference(before, m2ccColumns(subsystem, turned, masses))).toBeLessThan(2e-9);
  });

  it('does not depend on a boost along the beam, up to a rapidity of 5', () => {
    const [c, s] = [Math.cosh(5), Math.sinh(5)];
    const boosted = mapAntlers(events, ([e, x, y, z]) => [c * e + s * z, x, y, s * e + c * z]);
    // A mass of m at an energy of 100 m: 1e4 times the rounding.
    expect(largestDifference(before, m2ccColumns(subsystem, boosted, masses))).toBeLessThan(1e-8);
  });

  it('scales with the event: exactly by 2^±20, to rounding by 1e±6', () => {
    for (const scale of [2 ** -20, 2 ** 20, 1e-6, 1e6]) {
      const times = (p: Vector): Vector => [p[0] * scale, p[1] * scale, p[2] * scale, p[3] * scale];
      const [m1, m2] = [masses[0] * scale, masses[1] * scale];
      const after = m2ccColumns(subsystem, mapAntlers(events, times), [m1, m2]);
      const back = after.value.map((value) => value / scale);
      const exact = Number.isInteger(Math.log2(scale));
      const difference = largestDifference(before, { ...after, value: back });
      // As for a rotation.
      expect(difference).toBeLessThanOrEqual(exact ? 0 : 2e-9);
    }
  });
});
