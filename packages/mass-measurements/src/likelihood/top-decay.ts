/**
 * How t → b W → b ℓ ν depends on the masses that t and W happen to have.
 *
 *     W(m, q) = λ^{1/2}(m², q², m_b²)/m² · [(m² − m_b²)² + q²(m² + m_b²) − 2q⁴]
 *
 * beside the propagators: phase space times (p_t·p_ℓ)(p_b·p_ν), averaged over the decay of the W.
 *
 * @param m Mass of the top, GeV.
 * @param q Mass of the W, GeV.
 * @param mb Mass of the b quark, GeV.
 * @returns W, GeV⁴; 0 if q + m_b ≥ m.
 * @see M. Jeżabek, J. H. Kühn, Nucl. Phys. B 314 (1989) 1, at leading order
 */
export function topWidthFactor(m: number, q: number, mb: number): number {
  if (!(q + mb < m)) return 0;
  const s = m * m;
  const t = q * q;
  const u = mb * mb;
  const phaseSpace = Math.sqrt((s - t - u) * (s - t - u) - 4 * t * u) / s;
  return phaseSpace * ((s - u) * (s - u) + t * (s + u) - 2 * t * t);
}

/**
 * Density of the angle of the charged lepton in units of the even one, from the mass of b and ℓ.
 *
 *     (p_t·p_ℓ)(p_b·p_ν) / ⟨(p_t·p_ℓ)(p_b·p_ν)⟩,   2 p_t·p_ℓ = q² + X,   2 p_b·p_ν = m² − q² − m_b² − X,
 *     X = m_bℓ² − m_b²
 *
 * For m_b = 0 it is 2 [¾ F₀ sin²θ + ⅜ F_L (1 − cosθ)²], F₀ = m²/(m² + 2q²) = 1 − F_L.
 *
 * @param s Squared mass of the top, GeV².
 * @param t Squared mass of the W, GeV².
 * @param u Squared mass of the b quark, GeV².
 * @param x X = 2 p_b·p_ℓ, GeV².
 * @returns 0 beyond the ends of phase space, where a momentum would have to be negative.
 * @see G. L. Kane, G. A. Ladinsky, C.-P. Yuan, Phys. Rev. D 45 (1992) 124
 */
export function leptonAngleWeight(s: number, t: number, u: number, x: number): number {
  const ofTop = s + t - u;
  const ofB = s - t - u;
  const squared = ofB * ofB - 4 * t * u;
  const density = (4 * (t + x) * (ofB - x)) / (ofTop * ofB - squared / 3);
  return density > 0 ? density : 0;
}
