/** A few roundings of E²: what E² − p² of a massless particle, or sum of two, can be off by in Float64. */
export const ROUNDING = 16 * Number.EPSILON;
/** The same for files in single precision, 2e-7, or of ten digits, 2e-10, and some slack. */
export const FILE_ROUNDING = 1e-6;

/**
 * Mass of a visible particle or pair, with what is only rounding taken for 0, in GeV.
 *
 *     m = √(E² − p²),   0 if |E² − p²| < 16 ε E² or −1e-6 E² ≤ E² − p² < 0
 *
 * Without this a massless particle gets a mass of some 1e-8 E, and an M_T2 that is 0 becomes that.
 *
 * @param e Energy, GeV.
 * @param px Momentum along x, GeV; likewise `py`, `pz`.
 * @returns The mass, GeV; NaN if the momentum is spacelike beyond the rounding of files, the energy is
 *  negative or a component is not a finite number.
 */
export function visibleMass(e: number, px: number, py: number, pz: number): number {
  const s = e * e - (px * px + py * py + pz * pz);
  if (s >= ROUNDING * e * e && e >= 0) return Math.sqrt(s);
  return s >= -FILE_ROUNDING * e * e && e >= 0 ? 0 : NaN;
}
