import { describe, expect, it } from 'vitest';
import { STATUS, type AntlerEvents } from '@deelema/mass-variables';
import { Preparation } from '../src/m2/prepare.ts';
import { MINIMUM } from '../src/m2/problem.ts';
import { withMassOfA } from '../src/m2x/relatives.ts';
import { solveM2xcOfAB, solveM2xcOfB } from '../src/m2x/solve-m2xc.ts';
import { bruteForceLevel } from './support/brute-force-m2xc.ts';
import { randomAntlers } from './support/random-antlers.ts';

/** Random events with recoil; equal and unequal, massive and massless particles. */
const KINDS = [
  { subsystem: 'ab', mb: [0, 0], masses: [50, 50] },
  { subsystem: 'ab', mb: [20, 20], masses: [80, 30] },
  { subsystem: 'ab', mb: [0, 0], masses: [0, 0] },
  { subsystem: 'b', mb: [0, 0], masses: [50, 50] },
  { subsystem: 'b', mb: [0, 0], masses: [0, 0] },
  { subsystem: 'b', mb: [20, 30], masses: [20, 90] },
] as const;

type Kind = (typeof KINDS)[number];

/** Brute force minus result for one event, in units of the event. */
function difference({ subsystem, masses }: Kind, events: AntlerEvents, i: number): number {
  const preparation = new Preparation();
  [preparation.m1, preparation.m2] = masses;
  expect(preparation.set(subsystem, events, i)).toBe(true);
  const { problem } = preparation;
  const minimum = new Float64Array(MINIMUM.length);
  const solve = subsystem === 'b' ? solveM2xcOfB : solveM2xcOfAB;
  expect(solve(problem, minimum)).toBeLessThanOrEqual(STATUS.oneSided);
  expect(minimum[MINIMUM.residual]).toBeLessThan(1e-11);
  const asked = subsystem === 'b' ? withMassOfA(problem) : problem;
  return bruteForceLevel(asked, 12) - minimum[MINIMUM.level];
}

describe.each(KINDS)('M_2XC ($subsystem), m_b = $mb, trial masses $masses', (kind) => {
  const events = randomAntlers('m2xc by force', 5, { ma: 10, mb: kind.mb, momentum: 40 });

  it('is the minimum of its definition by nested searches', () => {
    for (let i = 0; i < 5; ++i) {
      const above = difference(kind, events, i);
      // The searches stop at 1e-9 of the interval of momenta, and can only stop above the minimum.
      expect(above).toBeLessThan(3e-8);
      expect(above).toBeGreaterThan(-1e-12);
    }
  });
});

describe('M_2XC (b) of massless particles', () => {
  const kind = KINDS[4];
  const events = randomAntlers('m2xc by force', 98, { ma: 10, mb: kind.mb, momentum: 40 });

  it.each([
    { i: 1, what: 'none: a tip of the level' },
    { i: 53, what: 'little: the search once ended in the tip nearby' },
    { i: 97, what: 'little, again' },
  ])('is found where the lighter chain has a momentum of $what', ({ i }) => {
    expect(Math.abs(difference(kind, events, i))).toBeLessThan(3e-8);
  });
});
