/**
 * What happens between the two partons: how |M|² of the production of A₁A₂ depends on the
 * scattering angle.
 *
 * @param beta 2p*∕√ŝ, from 0 at threshold to 1.
 * @param cosTheta Cosine of the angle between A₁ and the first parton in the pair's rest frame.
 * @returns |M|² in units of its own.
 */
export type SquaredAmplitude = (beta: number, cosTheta: number) => number;

/** |M|² = 1: the pair is spread evenly over phase space. */
export function flatAmplitude(): number {
  return 1;
}

/**
 * |M|² of g g → Q Q̄ at leading order, averaged over colours and spins.
 *
 *     [1/(6 τ₁τ₂) − 3/8] [τ₁² + τ₂² + ρ − ρ²/(4 τ₁τ₂)]      in units of g_s⁴
 *     τ₁,₂ = ½ (1 ∓ β cosθ),   ρ = 1 − β²
 *
 * For quarks of equal mass m this is ρ = 4m²/ŝ, τ₁ = (m² − t)/ŝ. Off-shell quarks of different
 * mass enter with their own momentum, β = 2p*∕√ŝ.
 *
 * @param beta 2p*∕√ŝ: 0 ≤ β < 1.
 * @param cosTheta Cosine of the scattering angle.
 * @see R. K. Ellis, W. J. Stirling, B. R. Webber, QCD and Collider Physics, table 10.2
 */
export function gluonFusionAmplitude(beta: number, cosTheta: number): number {
  const tau1 = 0.5 * (1 - beta * cosTheta);
  const tau2 = 0.5 * (1 + beta * cosTheta);
  const rho = 1 - beta * beta;
  const product = tau1 * tau2;
  const angular = tau1 * tau1 + tau2 * tau2 + rho - (rho * rho) / (4 * product);
  return (1 / (6 * product) - 3 / 8) * angular;
}
