/**
 * The unit vector at polar angle θ and azimuth φ about an axis.
 *
 *     n = cosθ ẑ' + sinθ (cosφ x̂' + sinφ ŷ'),   ẑ' = axis / |axis|
 *
 * x̂' and ŷ' are fixed by the axis alone (the right-handed frame of Duff et al.); for the axis z they
 * are x and y. Used where a decay angle refers to a direction of flight, e.g. the helicity angle.
 *
 * @param ax Component of the axis along x, any length but zero; likewise `ay`, `az`.
 * @param cosTheta cosθ, from −1 to 1.
 * @param phi φ, radians.
 * @param out Receives nx, ny, nz from index `at` on; NaN if the axis is zero.
 * @param at First index to write.
 * @see T. Duff et al., Building an Orthonormal Basis, Revisited, J. Comput. Graph. Tech. 6 (2017) 1
 */
export function directionAbout(
  ax: number,
  ay: number,
  az: number,
  cosTheta: number,
  phi: number,
  out: Float64Array,
  at = 0
): void {
  const length = Math.sqrt(ax * ax + ay * ay + az * az);
  const zx = ax / length;
  const zy = ay / length;
  const zz = az / length;
  const sinTheta = Math.sqrt((1 - cosTheta) * (1 + cosTheta));
  const alongX = sinTheta * Math.cos(phi);
  const alongY = sinTheta * Math.sin(phi);
  // The sign keeps the denominator away from 0 on both hemispheres.
  const sign = zz < 0 ? -1 : 1;
  const a = -1 / (sign + zz);
  const b = zx * zy * a;
  out[at] = cosTheta * zx + alongX * (1 + sign * zx * zx * a) + alongY * b;
  out[at + 1] = cosTheta * zy + alongX * sign * b + alongY * (sign + zy * zy * a);
  out[at + 2] = cosTheta * zz - alongX * sign * zx - alongY * zy;
}
