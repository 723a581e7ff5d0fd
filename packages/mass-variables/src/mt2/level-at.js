/**
 * How far m_T of a visible and an invisible particle is above its threshold, as a level.
 *
 *     (m_T² − (m + m_k)²)/2 = E_T E_kT − p_T·k_T − m m_k
 *
 * As in `transverseMass`, light particles flying together lose no digit.
 *
 * @param m Mass of the visible particle; `px`, `py` its transverse momentum.
 * @param mk Mass of the invisible one; `kx`, `ky` its transverse momentum.
 */
export function levelAt(m, px, py, mk, kx, ky) {
    const pp = px * px + py * py;
    const kk = kx * kx + ky * ky;
    const energies = Math.sqrt((m * m + pp) * (mk * mk + kk));
    const dot = px * kx + py * ky;
    const product = m * mk;
    if (dot <= 0)
        return energies - dot - product;
    const cross = px * ky - py * kx;
    const rest = m * m * kk + mk * mk * pp + cross * cross;
    // E_T E_kT + p·k is at least m m_k, so the difference taken last is one of what is really there.
    return (product * product + rest) / (energies + dot) - product;
}
