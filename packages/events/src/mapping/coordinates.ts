/** Components of a momentum: n events, in the unit of their source. */
export type Components = readonly Float64Array[];

/**
 * Energies of particles of given masses.
 *
 *     E = √(px² + py² + pz² + m²)
 *
 * A negative mass counts as 0: it is rounding, or the convention for a spacelike momentum.
 *
 * @param p Columns `px py pz m`: n events, in one unit of energy.
 * @returns Columns `E px py pz`, the last three without a copy.
 */
export function withEnergy([px, py, pz, m]: Components): Components {
  const e = px.map((x, i) => {
    const mass = Math.max(m[i], 0);
    return Math.sqrt(x * x + py[i] * py[i] + pz[i] * pz[i] + mass * mass);
  });
  return [e, px, py, pz];
}

/**
 * Momenta along and across the beam from the coordinates of a detector.
 *
 *     px = pT cos φ,   py = pT sin φ,   pz = pT sinh η
 *
 * @param p Columns `pT η φ`: n events; the angles are pure numbers, φ in radians.
 * @returns Columns `px py pz`, in the unit of pT.
 */
export function cartesian([pt, eta, phi]: Components): Components {
  const [px, py] = transverse([pt, phi]);
  return [px, py, pt.map((value, i) => value * Math.sinh(eta[i]))];
}

/**
 * Transverse components of a momentum of given size and azimuth.
 *
 *     px = pT cos φ,   py = pT sin φ
 *
 * @param p Columns `pT φ`: n events, φ in radians.
 * @returns Columns `px py`, in the unit of pT.
 */
export function transverse([pt, phi]: Components): Components {
  return [
    pt.map((value, i) => value * Math.cos(phi[i])),
    pt.map((value, i) => value * Math.sin(phi[i])),
  ];
}
