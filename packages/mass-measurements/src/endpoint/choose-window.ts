import { quantileEdge, typicalWeight, weightBetween } from './running-sums.ts';
import type { RunningSums } from './running-sums.ts';
import { fitWindow } from './window-fit.ts';
import type { WindowFit } from './window-fit.ts';

/** Parts of the whole content that a window may have above its lower end. */
const FRACTIONS = [0.6, 0.5, 0.4, 0.32, 0.25, 0.2, 0.15, 0.11, 0.08, 0.06, 0.04, 0.03, 0.02, 0.01];

/** The widest window whose χ² has this probability is taken. */
const PROBABLE = 0.05;

/** Above the endpoint a window reaches this part of what it reaches below. */
const REACH = 1;

/** Windows change by less than a bin of their χ² after so many fits. */
const FITS = 4;

/**
 * The endpoint in the widest window that two straight lines describe.
 *
 * Windows begin where 60 %, 50 %, … 1 % of the content are left and end as far above the endpoint as they begin
 * below it. The first whose χ² has a probability of 5 % is taken; if there is none, the one of the
 * largest probability.
 *
 * @param sums Running sums of the spectrum.
 * @param minimum Effective number of events a window must have.
 * @param smeared Whether the edge may be smeared.
 * @returns The fit; undefined if even the widest window has too few events.
 */
export function fitWidestWindow(
  sums: RunningSums,
  minimum: number,
  smeared: boolean
): WindowFit | undefined {
  let best: WindowFit | undefined;
  for (const fraction of FRACTIONS) {
    const low = quantileEdge(sums, 1 - fraction);
    if (eventsAbove(sums, low) < minimum) break;
    const fit = fitAbove(sums, low, smeared);
    if (fit.events < minimum) break;
    if (best === undefined || fit.goodness.probability > best.goodness.probability) best = fit;
    if (best.goodness.probability > PROBABLE) break;
  }
  return best;
}

/** The effective number of events above an edge. */
export function eventsAbove(sums: RunningSums, low: number): number {
  const last = sums.weight.length - 1;
  return weightBetween(sums, low, last) / typicalWeight(sums, low, last);
}

/** The endpoint above a lower end: the upper end follows from the endpoint it leads to. */
function fitAbove(sums: RunningSums, low: number, smeared: boolean): WindowFit {
  const last = sums.weight.length - 1;
  let fit = fitWindow(sums, { low, high: last }, smeared);
  for (let k = 1; k < FITS; ++k) {
    const at = fit.profile.best;
    const high = Math.min(last, Math.round(at + REACH * (at - low)));
    if (Math.abs(high - fit.window.high) < 0.02 * (high - low)) break;
    fit = fitWindow(sums, { low, high }, smeared);
  }
  return fit;
}
