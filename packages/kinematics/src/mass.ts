/**
 * Signed invariant mass of one four-momentum, in GeV.
 *
 *     m = sign(s) √|s|,   s = E² − px² − py² − pz²
 *
 * A spacelike vector gives −√|s| rather than NaN (the convention of ROOT's `M()` and of
 * scikit-hep/vector's `tau`), so that rounding errors around m = 0 stay visible in a histogram
 * instead of vanishing from it.
 *
 * @param e Energy, GeV.
 * @param px Momentum along x, GeV; likewise `py`, `pz`.
 * @returns The signed mass, GeV.
 */
export function mass(e: number, px: number, py: number, pz: number): number {
  const s = e * e - (px * px + py * py + pz * pz);
  return s < 0 ? -Math.sqrt(-s) : Math.sqrt(s);
}
