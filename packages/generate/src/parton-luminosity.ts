/**
 * Parton density used for both beams: x f(x) ∝ x^−a (1 − x)^b.
 *
 * Fitted to the leading-order gluon of GRV94 at Q = 400 GeV (M. Glück, E. Reya, A. Vogt, Z. Phys. C
 * 67 (1995) 433), which it follows within 2 % for 0.01 < x < 0.5. An approximation: one density
 * for all partons, and no dependence on the scale.
 */
export const PARTON_DENSITY = { a: 0.82, b: 6.0 } as const;

/**
 * Luminosity of two partons, up to a constant and without the factor τ^−a.
 *
 *     (1 − x₁)^b (1 − x₂)^b = (1 + τ − 2√τ cosh y)^b,   x₁,₂ = √τ e^{±y}
 *
 * @param tau τ = x₁x₂ = ŝ/s.
 * @param rapidity y of the pair, |y| ≤ ½ ln(1/τ).
 * @returns At most (1 − √τ)^2b, the value at y = 0; 0 where rounding leaves less than nothing.
 */
export function reducedLuminosity(tau: number, rapidity: number): number {
  const unspent = 1 + tau - 2 * Math.sqrt(tau) * Math.cosh(rapidity);
  return Math.max(unspent, 0) ** PARTON_DENSITY.b;
}
