import type { RandomStream } from '@deelema/random';

/**
 * Fraction of longitudinally polarised W bosons in top decay, for a massless b quark.
 *
 *     F₀ = m_t² / (m_t² + 2 m_W²)
 *
 * @param topMass m_t, GeV.
 * @param wMass m_W, GeV.
 * @returns F₀, about 0.70; the rest F_L = 1 − F₀ is left-handed.
 * @see G. L. Kane, G. A. Ladinsky, C.-P. Yuan, Phys. Rev. D 45 (1992) 124
 */
export function longitudinalFraction(topMass: number, wMass: number): number {
  return (topMass * topMass) / (topMass * topMass + 2 * wMass * wMass);
}

/**
 * Draws the angle of the charged lepton in W decay from the V−A distribution.
 *
 *     dΓ/dcosθ = ¾ F₀ sin²θ + ⅜ (1 − F₀) (1 − cosθ)²
 *
 * θ is the angle between the charged lepton in the W frame and the W direction in the top frame;
 * the form is the same for the antitop. Each term is drawn with its own probability, by inversion:
 * cosθ = 2 sin(⅓ asin(2u − 1)) and cosθ = 1 − 2 u^{1/3}.
 *
 * @param random Where the draws come from: two per angle.
 * @param longitudinal F₀, from 0 to 1.
 * @param out Receives cosθ.
 * @see G. L. Kane, G. A. Ladinsky, C.-P. Yuan, Phys. Rev. D 45 (1992) 124
 */
export function leptonCosines(
  random: RandomStream,
  longitudinal: number,
  out: Float64Array
): Float64Array {
  for (let i = 0; i < out.length; ++i) {
    const isLongitudinal = random.uniform() < longitudinal;
    const u = random.uniform();
    out[i] = isLongitudinal ? 2 * Math.sin(Math.asin(2 * u - 1) / 3) : 1 - 2 * Math.cbrt(u);
  }
  return out;
}
