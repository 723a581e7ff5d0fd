import { describe, expect, it } from 'vitest';
import { twoBodyDecay } from '@deelema/kinematics';
import { endpointMab, mabColumns } from '@deelema/mass-variables';
import { stream } from '@deelema/random';
import { antlerEvents } from './support/particles.ts';

/** Largest and least m_ab of 20 000 chains A → a B, B → b C in flat phase space. */
function simulatedRange(masses: readonly number[]): [number, number] {
  const [mA, mB, mC, ma, mb] = masses;
  const random = stream(1, 'm_ab');
  const [first, second] = [new Float64Array(8), new Float64Array(8)];
  const found = new Float64Array(1);
  let [least, largest] = [Infinity, 0];
  for (let i = 0; i < 20_000; ++i) {
    const angle = (): number => 2 * Math.PI * random.uniform();
    twoBodyDecay(mA, 10, 20, 30, ma, mB, 2 * random.uniform() - 1, angle(), first);
    const [, , , , , ...pB] = first;
    twoBodyDecay(mB, pB[0], pB[1], pB[2], mb, mC, 2 * random.uniform() - 1, angle(), second);
    const events = antlerEvents((name) => {
      const source = name.startsWith('a') ? first : second;
      return Float64Array.of(source[['E', 'px', 'py', 'pz'].indexOf(name.split('_')[1])] ?? 0);
    });
    const [mab] = mabColumns(1, events, found);
    least = Math.min(least, mab);
    largest = Math.max(largest, mab);
  }
  return [least, largest];
}

describe('endpointMab', () => {
  it('is m_A √[(1 − m_B²/m_A²)(1 − m_C²/m_B²)] for massless a and b, with minimum 0 (closed form)', () => {
    const { minimum, maximum } = endpointMab(1000, 800, 700);
    expect(minimum).toBe(0);
    expect(maximum).toBeCloseTo(1000 * Math.sqrt((1 - 0.64) * (1 - 0.875 ** 2)), 10);
  });

  it('is √(m_t² − m_W²) for t → b W, W → ℓ ν with massless b, ℓ and ν (closed form)', () => {
    expect(endpointMab(173, 80.4, 0).maximum).toBeCloseTo(Math.sqrt(173 ** 2 - 80.4 ** 2), 11);
  });

  it('is one value, m_A − m_C, where everything is made at rest', () => {
    const { minimum, maximum } = endpointMab(600, 450, 250, 150, 200);
    expect(minimum).toBe(350);
    expect(maximum).toBe(350);
  });

  it.each([
    { masses: [1000, 800, 700, 0, 0] },
    { masses: [900, 600, 250, 30, 120] },
    { masses: [173, 80.4, 0, 4.7, 0.1] },
  ])('holds what decays in flat phase space reach, and no more ($masses)', ({ masses }) => {
    const [mA, mB, mC, ma, mb] = masses;
    const { minimum, maximum } = endpointMab(mA, mB, mC, ma, mb);
    const [least, largest] = simulatedRange(masses);
    // m_ab² is uniform: of 20 000 events some come within 1e-3 of the range. Rounding: of E² − p².
    const square = 1e-3 * (maximum ** 2 - minimum ** 2);
    expect(largest).toBeLessThan(maximum * (1 + 1e-10));
    expect(largest ** 2).toBeGreaterThan(maximum ** 2 - square);
    expect(least ** 2).toBeGreaterThan(minimum ** 2 - 1e-10 * maximum ** 2);
    expect(least ** 2).toBeLessThan(minimum ** 2 + square);
  });

  it('is NaN below a threshold, and refuses an m_B of 0', () => {
    expect(endpointMab(500, 800, 700)).toEqual({ minimum: NaN, maximum: NaN });
    expect(endpointMab(1000, 800, 900)).toEqual({ minimum: NaN, maximum: NaN });
    expect(() => endpointMab(1, 0, 0)).toThrow(
      new RangeError('endpointMab: m_B is 0, expected a positive number of GeV.')
    );
  });
});
