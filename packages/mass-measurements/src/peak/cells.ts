import type { RunningSums, Window } from '../spectrum/running-sums.ts';

/** Cells of equal width that a window is summed in: each is a few percent of a peak's width. */
const CELLS = 64;

/** The contents of a window in cells. */
export interface Cells {
  readonly weight: Float64Array;
  readonly variance: Float64Array;
  /** Where each cell lies: its centre, from −1 at the lower end of the window to 1 at its upper end. */
  readonly place: Float64Array;
  /** Width of each cell, of a window of length 2. */
  readonly width: Float64Array;
}

/**
 * Sums a window in cells, the edges of which are edges of the spectrum.
 *
 * @param sums Running sums of the spectrum.
 * @param window The window.
 */
export function cellsOf({ weight, variance }: RunningSums, { low, high }: Window): Cells {
  const n = Math.min(CELLS, high - low);
  const edge = (i: number) => Math.round(low + ((high - low) * i) / n);
  const cell = (value: (from: number, to: number) => number) =>
    Float64Array.from({ length: n }, (_, i) => value(edge(i), edge(i + 1)));
  return {
    weight: cell((from, to) => weight[to] - weight[from]),
    variance: cell((from, to) => variance[to] - variance[from]),
    place: cell((from, to) => (from + to - low - high) / (high - low)),
    width: cell((from, to) => (2 * (to - from)) / (high - low)),
  };
}
