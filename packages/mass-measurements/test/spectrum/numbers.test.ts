import { stream } from '@deelema/random';
import { describe, expect, it } from 'vitest';
import { normalBelow } from '../../src/spectrum/normal.ts';
import { poisson } from '../../src/spectrum/poisson.ts';

describe('poisson', () => {
  it.each([0.2, 1, 12, 200, 3000])('has mean and variance %d', (mean) => {
    const random = stream(1, 'poisson', mean);
    const n = 20_000;
    let [sum, squares] = [0, 0];
    for (let i = 0; i < n; ++i) {
      const k = poisson(mean, random);
      sum += k;
      squares += (k - mean) ** 2;
    }
    // Standard errors √(μ/n) and √((2μ² + μ)/n); five of them, with a fixed seed.
    expect(Math.abs(sum / n - mean)).toBeLessThan(5 * Math.sqrt(mean / n));
    expect(Math.abs(squares / n - mean)).toBeLessThan(5 * Math.sqrt((2 * mean * mean + mean) / n));
  });

  it('is 0 if its mean is', () => {
    expect(poisson(0, stream(1, 'none'))).toBe(0);
  });
});

describe('normalBelow', () => {
  it.each([
    [0, 0.5],
    [1, 0.8413447460685429],
    [-1.959963984540054, 0.025],
    [3, 0.9986501019683699],
  ])('Φ(%d) = %d (tables)', (z, expected) => {
    // The stated error of the approximation is 7.5e-8.
    expect(Math.abs(normalBelow(z) - expected)).toBeLessThan(1e-7);
  });
});
