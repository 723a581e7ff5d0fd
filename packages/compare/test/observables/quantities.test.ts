import { describe, expect, it } from 'vitest';
import { azimuth, rapidity, transverseAngle } from '../../src/observables/quantities.ts';

const p = (...components: number[]): Float64Array => Float64Array.from(components);

describe('rapidity', () => {
  it('is ½ ln[(E + pz)/(E − pz)]', () => {
    const e = Math.sqrt(4.7 ** 2 + 30 ** 2 + 40 ** 2 + 120 ** 2);
    expect(rapidity(p(e, 30, 40, 120))).toBeCloseTo(Math.log((e + 120) / (e - 120)) / 2, 12);
  });

  it('is −ln tan(θ/2) for a massless particle', () => {
    const theta = 0.01;
    const found = rapidity(p(500, 500 * Math.sin(theta), 0, 500 * Math.cos(theta)));
    // cos and sin are rounded to 1e-16, which at this angle looks like a mass of 1e-8 E.
    expect(found).toBeCloseTo(-Math.log(Math.tan(theta / 2)), 9);
  });

  it('keeps its digits beside the beam, where E − pz has lost them', () => {
    // pT = 1e-4 GeV at pz = 1e4 GeV: y = asinh(1e8). E and pz are equal in double precision.
    expect(rapidity(p(1e4, 1e-4, 0, 1e4))).toBeCloseTo(Math.log(2e8), 9);
  });
});

describe('transverseAngle', () => {
  it.each([
    [[1, 0], [0, 2], 90],
    [[1, 0], [-3, 0], 180],
    [[1, 1], [1, 1], 0],
    [[-1, 0.1], [-1, -0.1], (2 * Math.atan(0.1) * 180) / Math.PI],
  ])('between %j and %j is %d°', ([x, y], [u, v], expected) => {
    expect(transverseAngle(p(9, x, y, 5), p(9, u, v, -7))).toBeCloseTo(expected, 10);
  });
});

describe('azimuth', () => {
  const [x, y, z] = [p(0, 1, 0, 0), p(0, 0, 1, 0), p(0, 0, 0, 1)];

  it('is right-handed about the axis', () => {
    expect(azimuth(z, x, y)).toBeCloseTo(90, 12);
    expect(azimuth(z, y, x)).toBeCloseTo(-90, 12);
    expect(azimuth(x, y, z)).toBeCloseTo(90, 12);
  });

  it('does not see what lies along the axis', () => {
    const tilted = p(0, 0.6, 0, 0.8);
    const other = p(0, 0, 0.28, -0.96);
    expect(azimuth(z, tilted, other)).toBeCloseTo(90, 12);
    expect(azimuth(z, tilted, p(0, -0.6, 0, 0.8))).toBeCloseTo(180, 12);
  });
});
