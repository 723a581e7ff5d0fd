/** Weights of five values in 12 slopes, by place of the slope's node among them. */
const STENCILS = [
  [-25, 48, -36, 16, -3],
  [-3, -10, 18, -6, 1],
  [1, -8, 0, 8, -1],
  [-1, 6, -18, 10, 3],
  [3, -16, 36, -48, 25],
];

/**
 * Tabulates a function on even steps, for cubic interpolation with a continuous slope.
 *
 *     f ≈ f₀ + t s₀ + t² [3Δ − 2s₀ − s₁ + t (s₀ + s₁ − 2Δ)],   Δ = f₁ − f₀,   slopes s from five nodes
 *
 * The error falls as the fourth power of the step; a kink of f spoils its surroundings only.
 *
 * @param f The function, called once per node.
 * @param interval Its ends a < b.
 * @param steps How many: 4 or more.
 * @returns The interpolation, from a to b; beyond them the last cubic goes on.
 * @see M. Abramowitz, I. A. Stegun, table 25.2, for the slopes
 */
export function cubicTable(
  f: (x: number) => number,
  [a, b]: readonly [number, number],
  steps: number
): (x: number) => number {
  const values = Float64Array.from({ length: steps + 1 }, (_, k) => f(a + (k / steps) * (b - a)));
  const slopes = values.map((_, k) => {
    const first = Math.min(Math.max(k - 2, 0), steps - 4);
    return STENCILS[k - first].reduce((sum, weight, j) => sum + weight * values[first + j], 0) / 12;
  });
  const perUnit = steps / (b - a);
  return (x) => {
    const place = (x - a) * perUnit;
    const k = Math.min(Math.max(Math.floor(place), 0), steps - 1);
    const t = place - k;
    const s0 = slopes[k];
    const s1 = slopes[k + 1];
    const rise = values[k + 1] - values[k];
    return values[k] + t * (s0 + t * (3 * rise - 2 * s0 - s1 + t * (s0 + s1 - 2 * rise)));
  };
}
