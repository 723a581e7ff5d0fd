/** Relative energy resolution at given transverse momenta. */
export interface ResolutionTable {
  /** Transverse momenta, rising: n points, GeV. */
  readonly pt: readonly number[];
  /** Relative energy resolution σ(E)/E at each of them: n points. */
  readonly resolution: readonly number[];
}

/**
 * Relative energy resolution of a jet or lepton.
 *
 * Linear in log pT between the points of the table; the value of the first or last point outside.
 *
 * @param table The resolution at given pT.
 * @param pt Transverse momentum, GeV; 0 counts as below the first point.
 * @returns σ(E)/E.
 */
export function relativeResolution(
  { pt: points, resolution }: ResolutionTable,
  pt: number
): number {
  const last = points.length - 1;
  if (!(pt > points[0])) return resolution[0];
  if (pt >= points[last]) return resolution[last];
  let upper = 1;
  while (points[upper] < pt) ++upper;
  const lower = upper - 1;
  const share = Math.log(pt / points[lower]) / Math.log(points[upper] / points[lower]);
  return resolution[lower] + share * (resolution[upper] - resolution[lower]);
}
