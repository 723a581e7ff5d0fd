import { goodnessOf } from '../spectrum/goodness.ts';
import type { Expected, Goodness } from '../spectrum/goodness.ts';
import { eventsBetween, typicalWeight, weightBetween } from '../spectrum/running-sums.ts';
import type { RunningSums, Window } from '../spectrum/running-sums.ts';
import type { Estimate } from '../spectrum/window-spread.ts';
import { cellsOf } from './cells.ts';
import type { Cells } from './cells.ts';
import { exponentAt, fitCurve, TERMS } from './curve.ts';
import type { Curve } from './curve.ts';
import { highestPlace, placeError } from './maximum.ts';

/** A peak in one window; places are edges of the spectrum, in parts of a bin. */
export interface WindowFit extends Estimate {
  readonly window: Window;
  readonly cells: Cells;
  readonly curve: Curve;
  /** σ of the Gaussian that is as sharp at its maximum, 1/√(−p″); bins. */
  readonly width: number;
  readonly goodness: Goodness;
  /** Effective number of events, (Σw)²/Σw². */
  readonly events: number;
  /** Whether the curve is highest inside of the window rather than at one of its ends. */
  readonly inside: boolean;
  /** Whether the content is spread over the cells; else most of it may lie in one value. */
  readonly resolved: boolean;
}

/** Slices of a window that the bins of its χ² are put together of. */
const SLICES = 40;

/** A maximum keeps away from the ends by this part of half the window, and by so many of its deviations. */
const MARGIN = 0.1;
const DEVIATIONS = 2;

/** No cell may hold a larger part of a window. */
const LARGEST = 0.25;

/**
 * Fits a peak in a window.
 *
 * @param sums Running sums of the spectrum.
 * @param window The window, with a positive content.
 */
export function fitWindow(sums: RunningSums, window: Window): WindowFit {
  const { low, high } = window;
  const half = (high - low) / 2;
  const weight = typicalWeight(sums, low, high);
  const cells = cellsOf(sums, window);
  const curve = fitCurve(cells, cells.weight);
  const at = highestPlace(curve);
  const bend = exponentAt(curve, at)[2];
  const deviation = placeError(curve, at, weight);
  return {
    window,
    cells,
    curve,
    mean: low + (1 + at) * half,
    deviation: deviation * half,
    width: half / Math.sqrt(Math.max(0, -bend)),
    goodness: goodnessOf(sums, expectedOf(curve, window), weight),
    events: eventsBetween(sums, low, high),
    inside: bend < 0 && Math.abs(at) < 1 - Math.max(MARGIN, DEVIATIONS * deviation),
    resolved: Math.max(...cells.weight) < LARGEST * weightBetween(sums, low, high),
  };
}

function expectedOf(curve: Curve, { low, high }: Window): Expected {
  const length = high - low;
  const edge = (i: number) => Math.round(low + (length * i) / SLICES);
  return {
    slices: Array.from({ length: SLICES }, (_, i) => [edge(i), edge(i + 1)] as const),
    density: (x) => (Math.exp(exponentAt(curve, (2 * (x - low)) / length - 1)[0]) * 2) / length,
    parameters: TERMS,
  };
}
