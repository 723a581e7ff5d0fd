/**
 * |M|² of the production of a pair A₁A₂, as a function of β = 2p*∕√ŝ, 0 ≤ β < 1, and of the cosine of
 * the angle between A₁ and one parton in the pair's rest frame.
 *
 * All are at leading order in the strong coupling, averaged over colours and spins, in units of
 * g_s⁴, and even in cosθ:
 *
 *     dσ̂/dcosθ = β/(32π ŝ) g_s⁴ |M|²
 *     τ₁,₂ = ½ (1 ∓ β cosθ),   ρ = 1 − β²
 *
 * For two particles of mass m this is τ₁ = (m² − t)/ŝ, ρ = 4m²/ŝ. Two of different mass, off shell,
 * enter with their own momentum: β = 2p*∕√ŝ. Deviation: |M|² itself is that of equal masses.
 */
export type SquaredAmplitude = (beta: number, cosTheta: number) => number;

/**
 * |M|² of q q̄ → Q Q̄, a heavy quark and its antiquark.
 *
 *     4/9 (τ₁² + τ₂² + ρ/2)
 *
 * @param beta 2p*∕√ŝ.
 * @param cosTheta Cosine of the scattering angle.
 * @see R. K. Ellis, W. J. Stirling, B. R. Webber, QCD and Collider Physics, table 10.2
 */
export function quarksToHeavyQuarks(beta: number, cosTheta: number): number {
  return (4 / 9) * throughGluon(beta * cosTheta, 1 - beta * beta);
}

/**
 * |M|² of g g → Q Q̄, a heavy quark and its antiquark.
 *
 *     [1/(6 τ₁τ₂) − 3/8] F,   F = τ₁² + τ₂² + ρ − ρ²/(4 τ₁τ₂)
 *
 * @param beta 2p*∕√ŝ.
 * @param cosTheta Cosine of the scattering angle.
 * @see R. K. Ellis, W. J. Stirling, B. R. Webber, QCD and Collider Physics, table 10.2
 */
export function gluonsToHeavyQuarks(beta: number, cosTheta: number): number {
  const product = tauProduct(beta * cosTheta);
  return (1 / (6 * product) - 3 / 8) * abelian(product, 1 - beta * beta);
}

/**
 * |M|² of q q̄ → g̃ g̃ with squarks so heavy that they take no part.
 *
 *     4/3 (τ₁² + τ₂² + ρ/2)
 *
 * Six times the colour factor of a heavy quark, for the octet, times ½: the ½ of two identical
 * particles is in, so that A₁ goes over the whole sphere.
 *
 * @param beta 2p*∕√ŝ.
 * @param cosTheta Cosine of the scattering angle.
 * @see S. Dawson, E. Eichten, C. Quigg, Phys. Rev. D 31 (1985) 1581, for heavy squarks
 */
export function quarksToGluinos(beta: number, cosTheta: number): number {
  return (4 / 3) * throughGluon(beta * cosTheta, 1 - beta * beta);
}

/**
 * |M|² of g g → g̃ g̃, a pair of gluinos.
 *
 *     9/8 [1/(τ₁τ₂) − 1] F,   F = τ₁² + τ₂² + ρ − ρ²/(4 τ₁τ₂)
 *
 * The heavy quarks' F with the colours of an octet; the ½ of two identical particles is in, so that
 * A₁ goes over the whole sphere. Squarks take no part at this order.
 *
 * @param beta 2p*∕√ŝ.
 * @param cosTheta Cosine of the scattering angle.
 * @see W. Beenakker, R. Höpker, M. Spira, P. M. Zerwas, Nucl. Phys. B 492 (1997) 51;
 *  S. Dawson, E. Eichten, C. Quigg, Phys. Rev. D 31 (1985) 1581
 */
export function gluonsToGluinos(beta: number, cosTheta: number): number {
  const product = tauProduct(beta * cosTheta);
  return (9 / 8) * (1 / product - 1) * abelian(product, 1 - beta * beta);
}

/** |M|² = 1: the pair is spread evenly over phase space. */
export function evenly(): number {
  return 1;
}

/** τ₁τ₂, from ¼ down. */
function tauProduct(betaCos: number): number {
  return 0.25 * (1 - betaCos * betaCos);
}

/** τ₁² + τ₂² + ρ/2: a pair out of one virtual gluon. */
function throughGluon(betaCos: number, rho: number): number {
  return 0.5 * (1 + betaCos * betaCos + rho);
}

/** F, as two photons would make the pair; τ₁² + τ₂² = 1 − 2 τ₁τ₂. */
function abelian(product: number, rho: number): number {
  return 1 - 2 * product + rho - (rho * rho) / (4 * product);
}
