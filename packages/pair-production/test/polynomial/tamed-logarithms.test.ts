import { expect, it } from 'vitest';
import { tamedLogarithms } from '../../src/polynomial/tamed-logarithms.ts';

it('keeps logarithms down to 6 below the greatest of their mass and ends at 14 below', () => {
  const logarithm = Float64Array.of(2, -4, -12, -Infinity, -3, -3.5, -9 - 1e-9, -9 + 1e-9);
  const none = new Float64Array(8);
  const tamed = tamedLogarithms({
    ...{ u: none, y: none, c: none, m: none, events: none, volume: none },
    ...{ logarithm, perMass: 4 },
  });
  // The third: depth 14 = 6 + 8, so 6 + 8 (1 − 1/e).
  const expected = [2, -4, 2 - 14 + 8 / Math.E, -12, -3, -3.5, -9, -9];
  expected.forEach((value, i) => {
    // The last two are 1e-9 away from −9, on either side of where the curve begins.
    expect(tamed[i]).toBeCloseTo(value, 8);
  });
});
