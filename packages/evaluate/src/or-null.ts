/** A number for JSON, which knows neither NaN nor infinity. */
export function orNull(x: number): number | null {
  return Number.isFinite(x) ? x : null;
}
