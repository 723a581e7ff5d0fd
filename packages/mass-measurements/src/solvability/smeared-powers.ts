import { normalBelow, normalDensity } from '../endpoint/normal.ts';

/** Steps of the integral: its integrand is smooth and vanishes with its slopes at both ends. */
const STEPS = 64;

/** Standard deviations beyond which a Gaussian is left out. */
const FAR = 8;

/**
 * √x₊ smeared by a standard Gaussian.
 *
 *     ∫₀^∞ √t φ(t − x) dt = ∫₀^∞ 2 s² φ(s² − x) ds
 *
 * @param x In standard deviations.
 * @returns √x far above 0, 0 far below.
 */
export function smearedRoot(x: number): number {
  if (x < -FAR) return 0;
  if (x > FAR) return Math.sqrt(x) * (1 - 1 / (8 * x * x) - 15 / (128 * x ** 4));
  const step = Math.sqrt(Math.max(x, 0) + FAR) / STEPS;
  let sum = 0;
  for (let k = 1; k < STEPS; ++k) {
    const t = (k * step) ** 2;
    sum += 2 * t * normalDensity(t - x);
  }
  return sum * step;
}

/**
 * x₊ smeared by a standard Gaussian.
 *
 *     ∫₀^∞ t φ(t − x) dt = φ(x) + x Φ(x)
 *
 * @param x In standard deviations.
 * @returns x far above 0, 0 far below.
 */
export function smearedRamp(x: number): number {
  return normalDensity(x) + x * normalBelow(x);
}
