import { normalDensity } from '../spectrum/normal.ts';

/** Beyond so many standard deviations a Gaussian is left out below, and expanded in 1/x above. */
const FAR = 6;

/** Table entries per standard deviation: straight lines between them are right to 3e-5. */
const FINE = 64;

/** Steps of the integral: its integrand is smooth and vanishes at both ends. */
const STEPS = 64;

/**
 * A power x₊^p smeared by a standard Gaussian, from a table.
 *
 *     ∫₀^∞ t^p φ(t − x) dt = ∫₀^∞ 2 s^{2p+1} φ(s² − x) ds
 *
 * @param p The power, 1/2 or more.
 * @returns The function of x, in standard deviations: x^p far above 0, 0 far below.
 */
export function smearedPower(p: number): (x: number) => number {
  const table = new Float64Array(2 * FAR * FINE + 2);
  for (let i = 0; i < table.length; ++i) table[i] = smearedPowerAt(p, i / FINE - FAR);
  return (x) => {
    if (x <= -FAR) return 0;
    if (x >= FAR) return x ** p * (1 + (p * (p - 1)) / (2 * x * x));
    const place = (x + FAR) * FINE;
    const i = Math.floor(place);
    return table[i] + (place - i) * (table[i + 1] - table[i]);
  };
}

/**
 * A power x₊^p smeared by a standard Gaussian, by the integral of `smearedPower`.
 *
 * @param p The power, 1/2 or more.
 * @param x In standard deviations.
 * @returns x^p far above 0, 0 far below.
 */
export function smearedPowerAt(p: number, x: number): number {
  const step = Math.sqrt(Math.max(x, 0) + FAR + 2) / STEPS;
  let sum = 0;
  for (let k = 1; k < STEPS; ++k) {
    const s = k * step;
    sum += 2 * s ** (2 * p + 1) * normalDensity(s * s - x);
  }
  return sum * step;
}
