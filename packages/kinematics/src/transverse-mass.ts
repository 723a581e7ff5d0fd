/**
 * Transverse mass of a visible and an invisible particle, in GeV.
 *
 *     m_T² = m² + m_k² + 2 (E_T E_kT − p_T·k_T),   E_T = √(m² + p_T²),   E_kT = √(m_k² + k_T²)
 *
 * At least m + m_k, and at most the mass of the pair. The bracket is taken as
 *
 *     (m² m_k² + m² k_T² + m_k² p_T² + (p_T × k_T)²) / (E_T E_kT + p_T·k_T)
 *
 * where p_T·k_T > 0, so that light particles flying together lose no digit (massless and parallel:
 * exactly 0).
 *
 * @param m Mass of the visible particle, GeV.
 * @param px Its momentum along x, GeV; likewise `py`.
 * @param mInvisible Mass m_k of the invisible particle, GeV.
 * @param kx Its momentum along x, GeV; likewise `ky`.
 * @returns The transverse mass, GeV.
 * @see Review of Particle Physics, section Kinematics, transverse variables
 */
export function transverseMass(
  m: number,
  px: number,
  py: number,
  mInvisible: number,
  kx: number,
  ky: number
): number {
  const s = m * m;
  const sk = mInvisible * mInvisible;
  const pp = px * px + py * py;
  const kk = kx * kx + ky * ky;
  const energies = Math.sqrt((s + pp) * (sk + kk));
  const dot = px * kx + py * ky;
  const cross = px * ky - py * kx;
  const bracket =
    dot > 0 ? (s * sk + s * kk + sk * pp + cross * cross) / (energies + dot) : energies - dot;
  return Math.sqrt(s + sk + 2 * bracket);
}
