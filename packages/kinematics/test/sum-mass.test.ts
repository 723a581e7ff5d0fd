import { describe, expect, it } from 'vitest';
import { mass, sumMass, zeroFourMomenta, type FourMomenta } from '@deelema/kinematics';

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

describe('sumMass', () => {
  it('is √(2 E E (1 − cosθ)) for massless pairs, 2m for twins, negative if spacelike (by hand)', () => {
    const found = sumMass([A, B]);
    expect(found).toHaveLength(3);
    expect([...found]).toEqual([100, 8, -Math.sqrt(12)]);
  });

  it('is the mass of one particle and three times that of triplets (by hand)', () => {
    expect([...sumMass([A])]).toEqual([0, 4, -Math.sqrt(3)]);
    expect([...sumMass([A, A, A])]).toEqual([0, 12, -Math.sqrt(27)]);
  });

  it('is the mass of the sum, exactly', () => {
    const i = 1;
    const sum = mass(A.e[i] + B.e[i], A.px[i] + B.px[i], A.py[i] + B.py[i], A.pz[i] + B.pz[i]);
    expect(sumMass([A, B])[i]).toBe(sum);
  });

  it('writes into a buffer and returns it', () => {
    const out = new Float64Array(3);
    expect(sumMass([A, B], out)).toBe(out);
    expect(out[0]).toBe(100);
  });

  it('refuses columns of different lengths', () => {
    const short = { ...B, py: new Float64Array(2) };
    expect(() => sumMass([A, short])).toThrow(
      new RangeError('sumMass: momenta[1].py has 2 events, expected 3.')
    );
    expect(() => sumMass([A, B], new Float64Array(1))).toThrow(
      new RangeError('sumMass: momenta[0].e has 3 events, expected 1.')
    );
  });

  it('refuses a sum of nothing', () => {
    expect(() => sumMass([])).toThrow(
      new RangeError('sumMass: no particles, expected one or more.')
    );
  });

  it('gives 0 for zero momenta and nothing for no events', () => {
    expect([...sumMass([zeroFourMomenta(2), zeroFourMomenta(2)])]).toEqual([0, 0]);
    expect(sumMass([zeroFourMomenta(0), zeroFourMomenta(0)])).toHaveLength(0);
  });
});
