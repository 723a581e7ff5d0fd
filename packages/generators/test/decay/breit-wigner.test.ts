import { describe, expect, it } from 'vitest';
import { stream } from '@deelema/random';
import { breitWigner, massWindow } from '../../src/decay/breit-wigner.ts';
import { kolmogorov } from '../../../../test/support/statistics.ts';

const TOP = { mass: 173.0, width: 1.4915 };
const W = { mass: 80.419, width: 2.0476 };

function draw(resonance: { mass: number; width: number }, n = 200_000): Float64Array {
  const random = stream(1, 'breit-wigner');
  const sample = breitWigner(resonance);
  return Float64Array.from({ length: n }, () => sample(random));
}

/** ∫ of 1/[(s − M²)² + M²Γ²] over the window, in closed form. */
function truncatedCdf({ mass, width }: typeof TOP): (m: number) => number {
  const primitive = (m: number): number => Math.atan((m * m - mass * mass) / (mass * width));
  const [from, to] = [mass - 15 * width, mass + 15 * width].map(primitive);
  return (m) => (primitive(m) - from) / (to - from);
}

describe('breitWigner', () => {
  it.each([
    ['top', TOP],
    ['W', W],
  ])('follows the closed form of the truncated distribution: %s', (_, resonance) => {
    // √n D < 1.95 holds for 99.9 % of all samples; the seed is fixed.
    expect(kolmogorov(draw(resonance), truncatedCdf(resonance))).toBeLessThan(1.95);
  });

  it.each([
    ['top', TOP],
    ['W', W],
  ])('has the median that the closed form puts at half its angle: %s', (_, resonance) => {
    const n = 200_000;
    const median = draw(resonance, n).sort()[n / 2];
    // Standard error of a median: 1/(2 f √n) with the density f = 2/(πΓ) at the peak; 4 of them.
    const error = (Math.PI * resonance.width) / 4 / Math.sqrt(n);
    const cdf = truncatedCdf(resonance);
    const expected = bisect((m) => cdf(m) - 0.5, ...massWindow(resonance));
    expect(Math.abs(median - expected)).toBeLessThan(4 * error);
  });

  it('stays within 15 widths of the pole', () => {
    const masses = draw(W).sort();
    expect(masses[0]).toBeGreaterThanOrEqual(W.mass - 15 * W.width);
    expect(masses.at(-1)).toBeLessThanOrEqual(W.mass + 15 * W.width);
  });

  it('gives the pole mass for a width of 0', () => {
    expect(draw({ mass: 800, width: 0 }, 3)).toEqual(new Float64Array([800, 800, 800]));
  });

  it('refuses a window that reaches below 0', () => {
    expect(() => draw({ mass: 10, width: 1 })).toThrow(
      'breitWigner: 15 widths of 1 GeV reach below 0 from 10 GeV, expected a narrower resonance.'
    );
  });
});

function bisect(f: (x: number) => number, low: number, high: number): number {
  let [from, to] = [low, high];
  for (let step = 0; step < 60; ++step) {
    const middle = (from + to) / 2;
    if (f(middle) < 0) from = middle;
    else to = middle;
  }
  return from;
}
