import type { ShapeBin } from './shape.ts';

/** Bins as points in their middle with the ends of their error bars. */
export function errorBars(bins: readonly ShapeBin[], series: string) {
  return bins.map(({ low, high, y, error }) => ({
    x: (low + high) / 2,
    y,
    from: y - error,
    to: y + error,
    series,
  }));
}
