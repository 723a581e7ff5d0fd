/**
 * How the width of t → b ℓ ν depends on the masses that t and W happen to have.
 *
 *     m dΓ/dq² ∝ w(m, q) / [(q² − M_W²)² + M_W²Γ_W²]
 *     w(m, q) = λ^{1/2}(m², q², m_b²)/m² · [(m² − m_b²)² + q²(m² + m_b²) − 2q⁴]
 *
 * The bracket is (p_t·p_ℓ)(p_b·p_ν) averaged over the decay of the W,
 * p_ℓ^μ p_ν^ν → (q² g^μν + 2 q^μ q^ν)/12, the root the phase space of t → b W. Rises with m and falls
 * with q; for m_b = 0 it is m⁴ (1 − x)² (1 + 2x), x = q²/m².
 *
 * @param m Mass of the top, GeV.
 * @param q Mass of the W, GeV, with q + m_b ≤ m.
 * @param mb Mass of the b quark, GeV.
 * @returns w, GeV⁴.
 * @see M. Jeżabek, J. H. Kühn, Nucl. Phys. B 314 (1989) 1, at leading order
 */
export function topWidthFactor(m: number, q: number, mb: number): number {
  const s = m * m;
  const t = q * q;
  const u = mb * mb;
  const phaseSpace = Math.sqrt((s - t - u) * (s - t - u) - 4 * t * u) / s;
  return phaseSpace * ((s - u) * (s - u) + t * (s + u) - 2 * t * t);
}
