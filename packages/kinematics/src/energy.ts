/**
 * Energy of a particle on its mass shell, in GeV.
 *
 *     E = √(m² + px² + py² + pz²)
 *
 * Files round E and p alike; taking E from p and m keeps a massless particle massless.
 *
 * @param m Mass, GeV; its sign does not matter.
 * @param px Momentum along x, GeV; likewise `py`, `pz`.
 * @returns The energy, GeV.
 */
export function energy(m: number, px: number, py: number, pz: number): number {
  return Math.sqrt(m * m + px * px + py * py + pz * pz);
}
