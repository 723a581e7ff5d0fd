import { describe, expect, it } from 'vitest';
import { mass, pairMass, zeroFourMomenta, type FourMomenta } from '@deelema/kinematics';

function momenta(rows: number[][]): FourMomenta {
  const column = (k: number): Float64Array => Float64Array.from(rows, (row) => row[k]);
  return { e: column(0), px: column(1), py: column(2), pz: column(3) };
}

const A = momenta([
  [50, 30, 40, 0],
  [5, 1, 2, 2],
  [1, 2, 0, 0],
]);
const B = momenta([
  [50, -30, -40, 0],
  [5, 1, 2, 2],
  [1, 2, 0, 0],
]);

describe('pairMass', () => {
  it('is √(2 E E (1 − cosθ)) for massless pairs, 2m for twins, negative if spacelike (by hand)', () => {
    const found = pairMass(A, B);
    expect(found).toHaveLength(3);
    expect([...found]).toEqual([100, 8, -Math.sqrt(12)]);
  });

  it('is the mass of the sum, exactly', () => {
    const i = 1;
    const sum = mass(A.e[i] + B.e[i], A.px[i] + B.px[i], A.py[i] + B.py[i], A.pz[i] + B.pz[i]);
    expect(pairMass(A, B)[i]).toBe(sum);
  });

  it('writes into a buffer and returns it', () => {
    const out = new Float64Array(3);
    expect(pairMass(A, B, out)).toBe(out);
    expect(out[0]).toBe(100);
  });

  it('refuses columns of different lengths', () => {
    const short = { ...B, py: new Float64Array(2) };
    expect(() => pairMass(A, short)).toThrow(
      new RangeError('pairMass: b.py has 2 events, expected 3.')
    );
    expect(() => pairMass(A, B, new Float64Array(1))).toThrow(
      new RangeError('pairMass: a.e has 3 events, expected 1.')
    );
  });

  it('gives 0 for zero momenta and nothing for no events', () => {
    expect([...pairMass(zeroFourMomenta(2), zeroFourMomenta(2))]).toEqual([0, 0]);
    expect(pairMass(zeroFourMomenta(0), zeroFourMomenta(0))).toHaveLength(0);
  });
});
