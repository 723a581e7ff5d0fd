/**
 * Distance of two momenta in pseudorapidity and azimuth.
 *
 *     ΔR = √(Δη² + Δφ²),   η = asinh(pz/pT),   −π < Δφ ≤ π
 *
 * @param px1 First momentum, GeV; likewise py1, pz1.
 * @param px2 Second momentum, GeV; likewise py2, pz2.
 * @returns ΔR; +∞ if one of them lies along the beam, NaN if both do so on the same side or one is
 *  zero.
 */
export function deltaR(
  px1: number,
  py1: number,
  pz1: number,
  px2: number,
  py2: number,
  pz2: number
): number {
  const pt1 = Math.sqrt(px1 * px1 + py1 * py1);
  const pt2 = Math.sqrt(px2 * px2 + py2 * py2);
  const deltaEta = Math.asinh(pz1 / pt1) - Math.asinh(pz2 / pt2);
  // The angle between the transverse vectors: no turn of 2π to take off.
  const deltaPhi = Math.atan2(px1 * py2 - py1 * px2, px1 * px2 + py1 * py2);
  return Math.sqrt(deltaEta * deltaEta + deltaPhi * deltaPhi);
}
