import { describe, expect, it } from 'vitest';
import { withCascadeDefaults } from '../../src/cascade/cascade-defaults.ts';
import { withFittedCascadeWidths } from '../../src/cascade/fitted-cascade-widths.ts';
import { withFittedWidths } from '../../src/simulation/fitted-widths.ts';
import { withDefaults } from '../../src/simulation/defaults.ts';
import { antlerBranch, cascades } from '../support/cascades.ts';

function fitted(masses: [number, number, number], widths: [number, number]): number[] {
  const [one, two] = ([1, 2] as const).map((i) => {
    const branch = antlerBranch(i, masses);
    return { ...branch, steps: branch.steps.map((step, k) => ({ ...step, width: widths[k] })) };
  });
  const { branches } = withFittedCascadeWidths(
    withCascadeDefaults(cascades({ branches: [one, two] }))
  );
  return branches[0].steps.map(({ width }) => width);
}

describe('withFittedCascadeWidths', () => {
  it.each([
    ['the room of B', [1000, 800, 700], [0.1, 40]],
    ['the room of A', [1000, 800, 300], [20, 20]],
    ['the width of A', [1000, 200, 100], [50, 0.01]],
    ['the beams', [6490, 800, 700], [20, 0]],
    ['nothing', [1000, 800, 700], [1, 2]],
  ] as [string, [number, number, number], [number, number]][])(
    'does to the antler what withFittedWidths does, limited by %s',
    (_, masses, widths) => {
      const [mA, mB, mC] = masses;
      const [widthA, widthB] = widths;
      const toy = { source: 'toy', mA, mB, mC, widthA, widthB, events: 1, seed: 1 } as const;
      const expected = withFittedWidths(withDefaults(toy));
      const [A, B] = fitted(masses, widths);
      // A sum of two equal widths over one of two equal rooms: one rounding.
      expect(A).toBeCloseTo(expected.widthA, 13);
      expect(B).toBeCloseTo(expected.widthB, 13);
    }
  );
});
