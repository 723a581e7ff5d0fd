import { describe, expect, it } from 'vitest';
import { branchIds } from '../../src/topology/branch-ids.ts';
import { antiparticle, tripleCharge } from '../../src/topology/charge.ts';
import { isInvisible } from '../../src/topology/invisible.ts';
import { isWithin, TOPOLOGIES, topologyText } from '../../src/topology/topology.ts';

// Ids, charges and names from the Monte Carlo numbering scheme of the Review of Particle Physics.
describe('isInvisible', () => {
  it.each([12, -14, 16, 18, 51, 1000012, -1000014, 1000022, 1000023, 1000025, 1000035, 1000039])(
    '%i leaves no trace',
    (id) => expect(isInvisible(id)).toBe(true)
  );

  it.each([5, 11, -13, 15, 21, 22, 23, 24, 25, 211, 1000005, 2000011, 1000021, 1000024, 1000037])(
    '%i does',
    (id) => expect(isInvisible(id)).toBe(false)
  );
});

describe('tripleCharge', () => {
  it.each([
    [1, -1],
    [2, 2],
    [-6, -2],
    [11, -3],
    [-13, 3],
    [12, 0],
    [24, 3],
    [-24, -3],
    [21, 0],
    [1000005, -1],
    [2000006, 2],
    [1000024, 3],
    [1000022, 0],
  ])('of %i is %i', (id, charge) => expect(tripleCharge(id)).toBe(charge));
});

describe('antiparticle', () => {
  it.each([
    [6, -6],
    [-24, 24],
    [1000021, 1000021],
    [1000022, 1000022],
    [12, -12],
    [1000005, -1000005],
  ])('of %i is %i', (id, anti) => expect(antiparticle(id)).toBe(anti));
});

describe('branchIds', () => {
  it('are t → b W⁺, W⁺ → e⁺ ν and the conjugates', () => {
    expect(branchIds(TOPOLOGIES['ttbar-dilepton'])).toEqual([
      { A: 6, B: 24, a: 5, b: -11, C: 12 },
      { A: -6, B: -24, a: -5, b: 11, C: -12 },
    ]);
  });

  it('conserve charge for gluinos, which are their own antiparticles', () => {
    for (const { A, B, a, b, C } of branchIds(TOPOLOGIES['gluino-sbottom'])) {
      expect(A).toBe(1000021);
      expect(C).toBe(1000022);
      expect(tripleCharge(B) + tripleCharge(a)).toBe(0);
      expect(tripleCharge(b)).toBe(tripleCharge(B));
    }
  });
});

describe('topologies', () => {
  it('hold one another if every particle has its place', () => {
    const whole = TOPOLOGIES['ttbar-dilepton'];
    expect(isWithin({ ...whole, a: [5], b: [13] }, whole)).toBe(true);
    expect(isWithin({ ...whole, b: [13, 15] }, whole)).toBe(false);
    expect(isWithin(TOPOLOGIES['gluino-sbottom'], whole)).toBe(false);
  });

  it('are written as they are given', () => {
    expect(topologyText(TOPOLOGIES['ttbar-dilepton'])).toBe(
      'A: [6], B: [24], a: [5, 3, 1], b: [11, 13], C: [12, 14]'
    );
  });
});
