import { describe, expect, it } from 'vitest';
import { topWidthFactor } from '../../src/decay/top-width.ts';

describe('topWidthFactor', () => {
  it.each([
    [173, 80.419],
    [150, 100],
    [195, 50],
  ])('is m⁴ (1 − x)² (1 + 2x) for a massless b: the Born width (m = %d, q = %d)', (m, q) => {
    const x = (q / m) ** 2;
    const expected = m ** 4 * (1 - x) ** 2 * (1 + 2 * x);
    expect(topWidthFactor(m, q, 0) / expected).toBeCloseTo(1, 13);
  });

  it.each([
    [173, 80.419, 4.7],
    [160, 100, 30],
  ])('is the mean of (p_t·p_ℓ)(p_b·p_ν) over W decays, by quadrature (%d, %d, %d)', (m, q, mb) => {
    // In the frame of the W: energies of t and b, their common momentum, and ℓ and ν of q/2.
    const energyT = (m * m + q * q - mb * mb) / (2 * q);
    const energyB = energyT - q;
    const p = Math.sqrt(energyT ** 2 - m ** 2);
    const n = 2000;
    const mean =
      Array.from({ length: n }, (_, k) => -1 + (2 * k + 1) / n)
        .map((c) => (q / 2) ** 2 * (energyT + p * c) * (energyB - p * c))
        .reduce((sum, x) => sum + x, 0) / n;
    const phaseSpace = (2 * p * q) / m ** 2;
    // p_ℓ^μ p_ν^ν → (q² g + 2 q q)/12; the midpoint rule is off by 1/n² of the curved part.
    expect(topWidthFactor(m, q, mb) / (24 * mean * phaseSpace)).toBeCloseTo(1, 6);
  });

  it('rises with m and falls with q, which bounds accept–reject', () => {
    for (const mb of [0, 4.7, 20]) {
      for (let m = 151; m < 196; ++m) {
        for (let q = 50; q < 111; ++q) {
          const here = topWidthFactor(m, q, mb);
          expect(topWidthFactor(m + 1, q, mb)).toBeGreaterThan(here);
          expect(topWidthFactor(m, q + 1, mb)).toBeLessThan(here);
        }
      }
    }
  });
});
