import type { RandomStream } from '@deelema/random';

/** Shares of the three polarisations of the W in top decay; together 1. */
export interface HelicityFractions {
  readonly longitudinal: number;
  readonly left: number;
  readonly right: number;
}

/**
 * Polarisation of the W in t → b W at leading order, for a b quark of any mass.
 *
 *     (p_t·p_ℓ)(p_b·p_ν) ∝ (E_t + P c)(E_b − P c) = ¾ F₀ (1 − c²) + ⅜ F_L (1 − c)² + ⅜ F_R (1 + c)²
 *
 * up to a factor, with c the cosine of `leptonCosine` and E_t, E_b, P = energies and momentum of t
 * and b in the rest frame of the W. For m_b = 0: F₀ = m²/(m² + 2q²), F_R = 0.
 *
 * @param m Mass of the top, GeV.
 * @param q Mass of the W, GeV, with q + m_b ≤ m.
 * @param mb Mass of the b quark, GeV.
 * @see G. L. Kane, G. A. Ladinsky, C.-P. Yuan, Phys. Rev. D 45 (1992) 124
 */
export function helicityFractions(m: number, q: number, mb: number): HelicityFractions {
  const s = m * m;
  const t = q * q;
  const u = mb * mb;
  const energyT = s + t - u;
  const energyB = s - t - u;
  const squared = energyB * energyB - 4 * t * u;
  const constant = energyT * energyB;
  const linear = -2 * t * Math.sqrt(squared);
  const norm = 3 * constant - squared;
  return {
    longitudinal: (constant + squared) / norm,
    left: (constant - squared - linear) / norm,
    right: (constant - squared + linear) / norm,
  };
}

/**
 * Draws the angle of the charged lepton in W decay, exactly for these masses.
 *
 *     dN/dc ∝ (E_t + P c)(E_b − P c)
 *
 * c = cosθ, θ between the charged lepton in the W frame and the W direction in the top frame; the
 * same for the antitop. The second factor by inversion, the first by accept–reject.
 *
 * @param random Where the draws come from.
 * @param m Mass of the top, GeV.
 * @param q Mass of the W, GeV, with q + m_b < m.
 * @param mb Mass of the b quark, GeV.
 * @returns c, from −1 to 1.
 * @see `helicityFractions`
 */
export function leptonCosine(random: RandomStream, m: number, q: number, mb: number): number {
  // Energies and momentum in units of 1/(2q).
  const energyT = m * m + q * q - mb * mb;
  const energyB = m * m - q * q - mb * mb;
  const p = Math.sqrt(energyB * energyB - 4 * q * q * mb * mb);
  const slope = p / energyB;
  const top = (1 + slope) * (1 + slope);
  let c: number;
  do {
    const u = random.uniform();
    c = (4 * u - 2 - slope) / (1 + Math.sqrt(Math.max(0, top - 4 * slope * u)));
  } while (random.uniform() * (energyT + p) > energyT + p * c);
  return c;
}
