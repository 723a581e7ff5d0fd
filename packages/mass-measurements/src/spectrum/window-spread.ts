/** A place that was found in one window; edges of the spectrum, in parts of a bin. */
export interface Estimate {
  readonly mean: number;
  /** Its standard deviation. */
  readonly deviation: number;
}

/**
 * How far the results of other windows lie from the one that is taken, beyond what chance allows.
 *
 *     s² = ⟨max(0, (x_w − x₀)² − (σ_w² − σ₀²))⟩ over the other windows w
 *
 * The difference of two fits of which one uses a part of the other's events has the variance σ_w² − σ₀².
 *
 * @param taken The result that is taken, x₀ ± σ₀.
 * @param others Those of other windows, x_w ± σ_w.
 * @returns s in bins of the spectrum; 0 if there are no others.
 * @see R. Barlow, arXiv:hep-ex/0207026, Sec. 4
 */
export function windowSpread(taken: Estimate, others: readonly Estimate[]): number {
  if (others.length === 0) return 0;
  const excess = others.map(({ mean, deviation }) => {
    const allowed = Math.max(0, deviation ** 2 - taken.deviation ** 2);
    return Math.max(0, (mean - taken.mean) ** 2 - allowed);
  });
  return Math.sqrt(excess.reduce((sum, x) => sum + x, 0) / others.length);
}
