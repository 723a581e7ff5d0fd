/**
 * Parton density used for both beams: x f(x) ∝ x^−a (1 − x)^b.
 *
 * Fitted to the leading-order gluon of GRV94 at Q = 400 GeV (M. Glück, E. Reya, A. Vogt, Z. Phys. C
 * 67 (1995) 433), which it follows, up to a constant factor, within 2.5 % for 0.01 < x < 0.5; below
 * 0.01 it is too steep, by 3 % at 0.005 and 9 % at 0.003, relative to x = 0.1. An approximation: one
 * density for all partons, and no dependence on the scale.
 */
export const PARTON_DENSITY = { a: 0.82, b: 6.0 } as const;

/**
 * Luminosity of two partons at rapidity y, relative to y = 0.
 *
 *     [(1 − x₁)(1 − x₂) / (1 − √τ)²]^b = [1 − 2√τ (cosh y − 1) / (1 − √τ)²]^b,   x₁,₂ = √τ e^{±y}
 *
 * @param rootTau √τ = √(x₁x₂) = √(ŝ/s), less than 1.
 * @param rapidity y of the pair.
 * @returns From 1 at y = 0 down to 0 at and beyond the largest |y| = ln(1/√τ); never more than
 *  exp(−y²/2σ²) with the σ of `rapidityWidth`.
 */
export function relativeLuminosity(rootTau: number, rapidity: number): number {
  const unspent = (1 - rootTau) * (1 - rootTau);
  const spent = 2 * rootTau * (Math.cosh(rapidity) - 1);
  return spent < unspent ? (1 - spent / unspent) ** PARTON_DENSITY.b : 0;
}

/**
 * Width of the Gaussian in rapidity that encloses the luminosity and touches it at y = 0.
 *
 *     σ² = (1 − √τ)² / (2b√τ)      from cosh y − 1 ≥ y²/2 and 1 − z ≤ e^−z
 *
 * @param rootTau √τ, less than 1.
 */
export function rapidityWidth(rootTau: number): number {
  return (1 - rootTau) / Math.sqrt(2 * PARTON_DENSITY.b * rootTau);
}
