import { describe, expect, it } from 'vitest';
import { PARTONS, PARTON_COUNT, partonIndex } from '../src/index.ts';

describe('partonIndex', () => {
  it('is the place in PARTONS, and 5 for LHAPDF’s other id of the gluon', () => {
    expect(PARTONS).toHaveLength(PARTON_COUNT);
    expect(PARTONS.map(partonIndex)).toEqual(PARTONS.map((_, i) => i));
    expect(partonIndex(0)).toBe(partonIndex(21));
  });

  it.each([6, -6, 22, 1.5, NaN])('is −1 for %d', (flavour) => {
    expect(partonIndex(flavour)).toBe(-1);
  });
});
