/**
 * Integral of f dx/x from `low` to 1 by the midpoint rule in ln x.
 *
 * @param f Vanishing at 1.
 * @param n Intervals.
 */
export function integralInLogX(f: (x: number) => number, low: number, n = 20_000): number {
  const step = -Math.log(low) / n;
  let sum = 0;
  for (let i = 0; i < n; ++i) sum += f(low * Math.exp((i + 0.5) * step));
  return sum * step;
}
