/** Errors of two masses and how they go together. */
export interface MassErrors {
  /** Standard deviations, GeV. */
  readonly mA: number;
  readonly mB: number;
  /** From −1 to 1. */
  readonly correlation: number;
}

/** Variances and covariance of m_A and m_B, GeV². */
export interface Covariance {
  readonly aa: number;
  readonly ab: number;
  readonly bb: number;
}

/** Standard deviations and correlation of a covariance. */
export function massErrors({ aa, ab, bb }: Covariance): MassErrors {
  const correlation = ab / Math.sqrt(aa * bb);
  return {
    mA: Math.sqrt(aa),
    mB: Math.sqrt(bb),
    correlation: Number.isFinite(correlation) ? correlation : 0,
  };
}

/**
 * Weighted mean and covariance of points.
 *
 * @param x m_A of each point, GeV.
 * @param y m_B of each point, GeV.
 * @param weights Of the points, none negative; all 1 if omitted.
 */
export function spread(
  x: Float64Array,
  y: Float64Array,
  weights: Float64Array = new Float64Array(x.length).fill(1)
): { readonly mean: readonly [number, number]; readonly covariance: Covariance } {
  let [sum, meanX, meanY] = [0, 0, 0];
  weights.forEach((w, k) => {
    sum += w;
    meanX += w * (x[k] - x[0]);
    meanY += w * (y[k] - y[0]);
  });
  meanX = x[0] + meanX / sum;
  meanY = y[0] + meanY / sum;
  let [aa, ab, bb] = [0, 0, 0];
  weights.forEach((w, k) => {
    const [dx, dy] = [x[k] - meanX, y[k] - meanY];
    aa += (w * dx * dx) / sum;
    ab += (w * dx * dy) / sum;
    bb += (w * dy * dy) / sum;
  });
  return { mean: [meanX, meanY], covariance: { aa, ab, bb } };
}
