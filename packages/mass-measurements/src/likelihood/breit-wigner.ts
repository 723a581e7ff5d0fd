/** Half-width of the window a squared mass is drawn from, in units of MΓ: 15 widths of the mass. */
const WINDOW = 30;

const MOST_ANGLE = Math.atan(WINDOW);

/**
 * How far off its pole a squared mass lies, by quantile of a relativistic Breit–Wigner.
 *
 *     m² = M² + MΓ t,   dN/dt ∝ 1/(1 + t²),   |t| ≤ 30
 *
 * @param u Quantile, from 0 to 1.
 * @returns t.
 */
export function breitWignerQuantile(u: number): number {
  return Math.tan((2 * u - 1) * MOST_ANGLE);
}

/**
 * The mass at a quantile.
 *
 * @param pole Pole mass M, GeV.
 * @param width Width Γ, GeV.
 * @param t From `breitWignerQuantile`.
 * @returns m, GeV; 0 where m² is negative.
 */
export function offShellMass(pole: number, width: number, t: number): number {
  return Math.sqrt(Math.max(0, pole * (pole + width * t)));
}
