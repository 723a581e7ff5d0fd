/**
 * Weights of four neighbouring knots in a cubic Hermite interpolation.
 *
 *     f(z) = Σ w_k f(z_{i−1+k}),   k = 0 … 3,   z_i ≤ z ≤ z_{i+1}
 *
 * The polynomial takes the values of f at z_i and z_{i+1} and, as derivative at a knot, the mean of
 * the slopes on its two sides; at the first and last knot the slope of the only side, where the
 * outer weight is 0. So knots are met exactly; straight lines too, and on equidistant knots parabolas
 * between inner knots. Two knots give linear interpolation.
 *
 * @param knots Rising z_0 … z_{n−1}, n ≥ 2.
 * @param i Interval, from 0 to n − 2.
 * @param z Where to interpolate.
 * @param weights Receives w_0 … w_3.
 * @see A. Buckley et al., Eur. Phys. J. C 75 (2015) 132, section 3 (logBicubic), with
 *  the weights collected by knot instead of by derivative
 */
export function hermiteWeights(
  knots: Float64Array,
  i: number,
  z: number,
  weights: Float64Array
): void {
  const first = i === 0;
  const last = i === knots.length - 2;
  const width = knots[i + 1] - knots[i];
  const t = (z - knots[i]) / width;
  // Hermite's basis: value at the right knot, derivatives at the left and at the right one.
  const right = t * t * (3 - 2 * t);
  const slopeLeft = t * (1 - t) * (1 - t);
  const slopeRight = -t * t * (1 - t);
  // Factors of the differences f_i − f_{i−1}, f_{i+1} − f_i and f_{i+2} − f_{i+1}.
  const before = first ? 0 : (slopeLeft / 2) * (width / (knots[i] - knots[i - 1]));
  const after = last ? 0 : (slopeRight / 2) * (width / (knots[i + 2] - knots[i + 1]));
  const here = (first ? slopeLeft : slopeLeft / 2) + (last ? slopeRight : slopeRight / 2);
  weights[0] = -before;
  weights[1] = 1 - right + before - here;
  weights[2] = right + here - after;
  weights[3] = after;
}

/** Weights of linear interpolation, for the same four knots as `hermiteWeights`. */
export function linearWeights(
  knots: Float64Array,
  i: number,
  z: number,
  weights: Float64Array
): void {
  const t = (z - knots[i]) / (knots[i + 1] - knots[i]);
  weights[0] = 0;
  weights[1] = 1 - t;
  weights[2] = t;
  weights[3] = 0;
}

/**
 * Interval of rising knots that holds a value, by bisection.
 *
 * @returns i with z_i ≤ z < z_{i+1}; the first or last interval for values outside and NaN.
 */
export function intervalOf(knots: Float64Array, z: number): number {
  let low = 0;
  let high = knots.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (knots[middle] <= z) low = middle;
    else high = middle;
  }
  return low;
}
