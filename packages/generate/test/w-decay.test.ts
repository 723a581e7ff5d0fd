import { describe, expect, it } from 'vitest';
import { stream } from '@deelema/random';
import { leptonCosines, longitudinalFraction } from '../src/w-decay.ts';
import { kolmogorov, meanOf, pull } from './support/statistics.ts';

const N = 200_000;

function draw(longitudinal: number): Float64Array {
  return leptonCosines(stream(1, 'w-decay'), longitudinal, new Float64Array(N));
}

describe('longitudinalFraction', () => {
  it('is 0.70 at leading order (Czarnecki, Körner, Piclum, Phys. Rev. D 81 (2010) 111503: 0.687 at NNLO)', () => {
    // Higher orders and the mass of the b quark take 1 to 2 % off the leading-order value.
    const fraction = longitudinalFraction(173.0, 80.419);
    expect(fraction).toBeCloseTo(0.698, 3);
    expect(Math.abs(fraction - 0.687)).toBeLessThan(0.02 * 0.687);
  });
});

describe('leptonCosines', () => {
  it.each([0, 0.3, 0.698, 1])('follows the closed form of the V−A distribution, F₀ = %f', (f0) => {
    const cdf = (c: number): number =>
      f0 * (0.5 + 0.75 * c - 0.25 * c ** 3) + (1 - f0) * (1 - ((1 - c) / 2) ** 3);
    // √n D < 1.95 holds for 99.9 % of all samples; the seed is fixed.
    expect(kolmogorov(draw(f0), cdf)).toBeLessThan(1.95);
  });

  it('has the first two moments −F_L/2 and (F₀ + 2 F_L)/5, by integration', () => {
    const f0 = 0.698;
    const cosines = draw(f0);
    expect(Math.abs(pull(cosines, -(1 - f0) / 2))).toBeLessThan(4);
    const squares = cosines.map((c) => c * c);
    expect(Math.abs(pull(squares, (f0 + 2 * (1 - f0)) / 5))).toBeLessThan(4);
  });

  it('stays between −1 and 1', () => {
    expect(meanOf(draw(0.5), (c) => (Math.abs(c) <= 1 ? 1 : 0))).toBe(1);
  });
});
