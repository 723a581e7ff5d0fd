import { describe, expect, it } from 'vitest';
import { knownMass } from '../src/known-mass.ts';

describe('knownMass', () => {
  it('is the median of masses that have a width', () => {
    expect(knownMass({ mean: 174.1, median: 172.5 })).toBe(172.5);
  });

  it('is the mean where the median says the same, but less finely', () => {
    // Medians are known to 2⁻¹⁸ of their size: 3.8 MeV of a TeV.
    expect(knownMass({ mean: 1000, median: 1000.003 })).toBe(1000);
    expect(knownMass({ mean: 1000, median: 1000.005 })).toBe(1000.005);
  });

  it('is not known where the median is not', () => {
    expect(knownMass({ mean: 1000, median: null })).toBeNull();
    expect(knownMass({ mean: null, median: 1000 })).toBe(1000);
  });
});
