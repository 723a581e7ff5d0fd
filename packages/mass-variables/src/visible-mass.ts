/** A few roundings of E², the least an E² − p² of a massless sum of two can be off by. */
const ROUNDING = 16 * Number.EPSILON;

/**
 * Mass of a visible particle or pair, with what is only rounding taken for 0, in GeV.
 *
 *     m = √(E² − p²),   0 if E² − p² < 16 ε E²
 *
 * Without this a massless particle gets a mass of some 1e-8 E, and an M_T2 that is 0 becomes that.
 *
 * @param e Energy, GeV.
 * @param px Momentum along x, GeV; likewise `py`, `pz`.
 * @returns The mass, GeV, never negative.
 */
export function visibleMass(e: number, px: number, py: number, pz: number): number {
  const s = e * e - (px * px + py * py + pz * pz);
  return s < ROUNDING * e * e ? 0 : Math.sqrt(s);
}
