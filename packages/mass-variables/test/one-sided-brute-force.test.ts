import { describe, expect, it } from 'vitest';
import type { Subsystem } from '@deelema/mass-variables';
import { Preparation } from '../src/m2/prepare.ts';
import { isOneSided, solveOneSided } from '../src/m2/one-sided.ts';
import { CHAIN, MINIMUM, type Problem } from '../src/m2/problem.ts';
import { randomAntlers } from './support/random-antlers.ts';
import { leastExcess } from './support/trial-spheres.ts';

/** Levels between threshold and minimum that are scanned. */
const LEVELS = 12;

/** Random events with massive and massless b, equal and unequal trial masses. */
const KINDS = [
  { subsystem: 'ab', mb: [0, 0], masses: [50, 50] },
  { subsystem: 'ab', mb: [20, 20], masses: [80, 30] },
  { subsystem: 'ab', mb: [30, 10], masses: [0, 20] },
  { subsystem: 'b', mb: [20, 30], masses: [50, 50] },
  { subsystem: 'b', mb: [30, 30], masses: [20, 90] },
] as const;

function oneSidedProblems(
  subsystem: Subsystem,
  mb: readonly [number, number],
  masses: readonly [number, number],
  most: number
): Problem[] {
  const events = randomAntlers('one-sided by force', 1000, { ma: 10, mb, momentum: 40 });
  const problems: Problem[] = [];
  for (let i = 0; i < 1000 && problems.length < most; ++i) {
    const preparation = new Preparation();
    [preparation.m1, preparation.m2] = masses;
    preparation.set(subsystem, events, i);
    if (isOneSided(preparation.problem)) problems.push(preparation.problem);
  }
  return problems;
}

describe.each(KINDS)('one-sided minima ($subsystem), m_b = $mb, trial masses $masses', (kind) => {
  const problems = oneSidedProblems(kind.subsystem, kind.mb, kind.masses, 12);

  it('are the first level at which brute force finds momenta', () => {
    expect(problems).toHaveLength(12);
    for (const problem of problems) {
      const minimum = new Float64Array(MINIMUM.length);
      const solved = solveOneSided(problem, minimum);
      const chains = [problem.chain1, problem.chain2];
      const start = Math.max(
        ...chains.map((c) => c[CHAIN.offset] + c[CHAIN.m] * Math.sqrt(c[CHAIN.oo]))
      );
      // Without a solution the spheres are searched up to a hundred times the event's size.
      const end = solved ? minimum[MINIMUM.level] : 1e4;
      for (let k = 0; k < LEVELS; ++k) {
        // The last is a thousandth below the minimum.
        const part = k < LEVELS - 1 ? (k / (LEVELS - 1)) ** 2 : 0.999;
        expect(leastExcess(problem, start + part * (end - start))).toBeGreaterThan(0);
      }
      // At it the compass search comes as close to the contact as its last step squared.
      if (solved) expect(leastExcess(problem, end)).toBeLessThan(1e-9);
      if (solved) expect(minimum[MINIMUM.residual]).toBeLessThan(1e-10);
    }
  });
});
