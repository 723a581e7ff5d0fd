import { describe, expect, it } from 'vitest';
import { stream } from '@deelema/random';
import { recoilSampler, type RecoilSettings } from '../src/recoil.ts';
import { kolmogorov, pull } from '../../../test/support/statistics.ts';

const N = 100_000;

describe('recoilSampler', () => {
  it('draws exponential pT with the mean given', () => {
    const pt = draw({ spectrum: 'exponential', mean: 40 });
    // A seeded sample: four standard errors, and the 99.9 % point of Kolmogorov and Smirnov.
    expect(Math.abs(pull(pt, 40))).toBeLessThan(4);
    expect(kolmogorov(pt, (x) => 1 - Math.exp(-x / 40))).toBeLessThan(1.95);
  });

  it('draws from a piecewise linear density: triangle and shoulder by hand', () => {
    // Areas 10, 20 and 20 of 50; rising, falling and flat pieces.
    const pt = draw({ spectrum: 'table', pt: [0, 10, 20, 30], density: [0, 2, 2, 2] });
    expect(kolmogorov(pt, (x) => (x < 10 ? (x * x) / 10 : 10 + 2 * (x - 10)) / 50)).toBeLessThan(
      1.95
    );
  });

  it('draws from a falling density down to 0', () => {
    const pt = draw({ spectrum: 'table', pt: [5, 25], density: [3, 0] });
    expect(kolmogorov(pt, (x) => 1 - ((25 - x) / 20) ** 2)).toBeLessThan(1.95);
    // Mean of the triangle: a third of the way.
    expect(Math.abs(pull(pt, 5 + 20 / 3))).toBeLessThan(4);
  });

  it('leaves out pieces without density', () => {
    const pt = draw({ spectrum: 'table', pt: [0, 1, 2, 3, 4], density: [1, 0, 0, 1, 0] });
    expect(pt.filter((x) => x > 1 && x < 2).length).toBe(0);
    expect(pt.filter((x) => x <= 1).length / N).toBeCloseTo(1 / 3, 2);
  });

  it.each([
    [
      { spectrum: 'exponential', mean: 0 },
      'recoilSampler: the mean is 0 GeV, expected a positive number.',
    ],
    [
      { spectrum: 'table', pt: [0], density: [1] },
      'recoilSampler: 1 values of pt and 1 of density, expected as many of both and two at least.',
    ],
    [
      { spectrum: 'table', pt: [0, 10], density: [1, 1, 1] },
      'recoilSampler: 2 values of pt and 3 of density, expected as many of both and two at least.',
    ],
    [
      { spectrum: 'table', pt: [10, 0], density: [1, 1] },
      'recoilSampler: the values of pt are 10, 0 GeV, expected rising ones from 0 or above.',
    ],
    [
      { spectrum: 'table', pt: [0, 10], density: [1, -1] },
      'recoilSampler: the densities are 1, -1, expected none below 0.',
    ],
    [
      { spectrum: 'table', pt: [0, 10], density: [0, 0] },
      'recoilSampler: all densities are 0, expected a positive one.',
    ],
  ] as const)('refuses %o', (settings, message) => {
    expect(() => recoilSampler(settings)).toThrow(new RangeError(message));
  });
});

function draw(settings: RecoilSettings): Float64Array {
  const random = stream(1, 'recoil');
  const sample = recoilSampler(settings);
  return new Float64Array(N).map(() => sample(random));
}
