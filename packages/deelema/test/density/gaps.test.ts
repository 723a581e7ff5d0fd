import { describe, expect, it } from 'vitest';
import { ANTLER, gapsOfMasses, massesOfGaps } from '../../src/index.ts';
import { CHAIN } from '../topology/chains.ts';
import { TOPOLOGIES, UNLIKE } from './events.ts';

describe('massesOfGaps', () => {
  it('adds the gaps from the invisible up', () => {
    expect(massesOfGaps(ANTLER, [Math.log(200), Math.log(100)], [700, 700])).toEqual([
      expect.closeTo(1000, 9),
      expect.closeTo(800, 9),
    ]);
    expect(massesOfGaps(CHAIN, [0, 0, 0], [5, 5])).toEqual([8, 7, 6]);
  });

  it('stays above the heavier of two invisibles where both follow', () => {
    expect(massesOfGaps(ANTLER, [0, 0], [3, 7])).toEqual([9, 8]);
  });

  it.each(TOPOLOGIES)('is undone by gapsOfMasses: $names', ({ topology, names }) => {
    const gaps = names.map((_, i) => Math.sin(i + 1));
    const masses = massesOfGaps(topology, gaps, [0.7, 1.2]);
    const found = gapsOfMasses(topology, masses, [0.7, 1.2]);
    // Differences of numbers of about 3.
    found.forEach((gap, i) => expect(gap).toBeCloseTo(gaps[i], 12));
  });
});

describe('gapsOfMasses', () => {
  it('is NaN where a mass is below its daughter', () => {
    expect(gapsOfMasses(ANTLER, [800, 900], [700, 700])).toEqual([NaN, Math.log(200)]);
  });

  it('is −∞ where a mass is its daughter', () => {
    expect(gapsOfMasses(UNLIKE, [9, 1, 2], [1, 1])[1]).toBe(-Infinity);
  });
});
