import { normalBelow, normalDensity } from '../spectrum/normal.ts';
import { smearedPowerAt } from '../endpoint/smeared-power.ts';

/** Standard deviations beyond which a Gaussian is left out. */
const FAR = 8;

/**
 * √x₊ smeared by a standard Gaussian.
 *
 *     ∫₀^∞ √t φ(t − x) dt
 *
 * @param x In standard deviations.
 * @returns √x far above 0, 0 far below.
 */
export function smearedRoot(x: number): number {
  if (x < -FAR) return 0;
  if (x > FAR) return Math.sqrt(x) * (1 - 1 / (8 * x * x) - 15 / (128 * x ** 4));
  return smearedPowerAt(0.5, x);
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
