import type { RunningSums, Window } from '../spectrum/running-sums.ts';
import { eventsBetween } from '../spectrum/running-sums.ts';
import { shortestWindow } from './shortest-window.ts';
import { fitWindow } from './window-fit.ts';
import type { WindowFit } from './window-fit.ts';

/** Parts of all weight that the windows hold, the widest first. */
export const PARTS = [0.9, 0.75, 0.6, 0.45, 0.3, 0.2, 0.13, 0.08, 0.05];

/** The widest window whose χ² has this probability is taken. */
const PROBABLE = 0.01;

/** A wider one serves where the maximum of that window lies at its end, if χ² has this probability. */
const POSSIBLE = 1e-3;

/** A window of fewer bins has no shape. */
const FEWEST_BINS = 16;

/** So many narrower windows are compared at most. */
const MOST = 2;

/** What the windows say. */
export interface ChosenWindow {
  /** The fit that is taken; undefined where no window has the events, or their content is not spread over them. */
  readonly fit: WindowFit | undefined;
  /** Fits of narrower windows to compare with. */
  readonly others: readonly WindowFit[];
  /** A window of a few bins, where no curve describes a wider one. */
  readonly narrow: Window | undefined;
}

/**
 * The peak in the widest window that a curve describes, and in narrower ones to compare with.
 *
 * The windows are the shortest that hold 90 %, 75 %, … 5 % of all weight. The first whose χ² has a
 * probability of 1 % is taken; if there is none, the one of the largest. A narrow window at the top of a broad
 * peak may have its maximum at an end by chance: a wider one of a possible χ² is taken then.
 *
 * @param sums Running sums of the spectrum.
 * @param minimum Effective number of events a window must have.
 */
export function chooseWindow(sums: RunningSums, minimum: number): ChosenWindow {
  const fits: WindowFit[] = [];
  let chosen: WindowFit | undefined;
  for (const part of PARTS) {
    const window = shortestWindow(sums, part);
    const { low, high } = window;
    if (eventsBetween(sums, low, high) < minimum) break;
    if (high - low < FEWEST_BINS) {
      if (chosen === undefined) return { fit: undefined, others: [], narrow: window };
      break;
    }
    const fit = fitWindow(sums, window);
    if (!fit.resolved) continue;
    fits.push(fit);
    if (fit.goodness.probability > PROBABLE) chosen ??= fit;
    if (chosen !== undefined && fits.length > fits.indexOf(chosen) + MOST) break;
  }
  const fit = widerOf(fits, chosen ?? mostProbable(fits));
  return { fit, others: othersOf(fits, fit), narrow: undefined };
}

function mostProbable(fits: readonly WindowFit[]): WindowFit | undefined {
  return [...fits].sort((a, b) => b.goodness.probability - a.goodness.probability)[0];
}

/** The fit itself where its maximum is inside, else the next wider one where that holds. */
function widerOf(fits: readonly WindowFit[], fit: WindowFit | undefined): WindowFit | undefined {
  if (fit === undefined || fit.inside) return fit;
  const wider = fits.slice(0, fits.indexOf(fit));
  return wider.findLast(({ inside, goodness }) => inside && goodness.probability > POSSIBLE) ?? fit;
}

function othersOf(fits: readonly WindowFit[], fit: WindowFit | undefined): WindowFit[] {
  if (fit === undefined) return [];
  const from = fits.indexOf(fit) + 1;
  return fits.slice(from, from + MOST).filter(({ inside }) => inside);
}
