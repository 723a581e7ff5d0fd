import { MARGIN } from './profile.ts';
import { eventsBetween, quantileEdge } from '../spectrum/running-sums.ts';
import type { RunningSums } from '../spectrum/running-sums.ts';
import { fitWindow } from './window-fit.ts';
import type { TrialEdges, WindowFit } from './window-fit.ts';

/** Parts of the whole content that a window may have above its lower end. */
const FRACTIONS = [0.6, 0.42, 0.3, 0.21, 0.15, 0.1, 0.07, 0.05, 0.035, 0.02, 0.01];

/** The widest window whose χ² has this probability is taken. */
const PROBABLE = 0.05;

/** The density must be better than a smooth curve by e³ = 20 to 1. */
const EVIDENCE = 3;

/** A narrower window needs so many events to be compared with. */
const FEWEST = 25;

/** So many narrower windows are compared at most. */
const MOST = 4;

/** With fewer of them, the next wider ones are compared as well. */
const LEAST = 2;

/** Above the endpoint a window reaches this part of what it reaches below. */
const REACH = 1;

/** Windows change by less than a bin of their χ² after so many fits. */
const FITS = 4;

/** The window that is taken, and others to compare with. */
export interface ChosenWindow {
  readonly fit: WindowFit;
  /** Whether it has an endpoint: not so if a smooth curve describes every window as well. */
  readonly evident: boolean;
  /** Narrower windows with an endpoint; also wider ones where these are few, or χ² is improbable in all. */
  readonly others: readonly WindowFit[];
}

/**
 * The endpoint in the widest window that a density with an endpoint describes, and others to compare with.
 *
 * Windows begin where 60 %, 42 %, … 1 % of the content are left and end as far above the endpoint as
 * they begin below it. Of those in which it is better than a smooth curve, the first whose χ²
 * has a probability of 5 % is taken; if there is none, the one of the largest probability.
 *
 * @param sums Running sums of the spectrum.
 * @param minimum Effective number of events a window must have.
 * @param smeared Whether the edge may be smeared.
 * @returns The choice; undefined if even the widest window has too few events.
 */
export function chooseWindow(
  sums: RunningSums,
  minimum: number,
  smeared: boolean
): ChosenWindow | undefined {
  const last = sums.weight.length - 1;
  const fits: WindowFit[] = [];
  let chosen: WindowFit | undefined;
  for (const fraction of FRACTIONS) {
    const low = quantileEdge(sums, 1 - fraction);
    const wider = fits.findLast(isEvident);
    // Above an endpoint there is nothing but what lies beyond it.
    const beyond = wider !== undefined && wider.profile.best <= low;
    if (beyond || eventsBetween(sums, low, last) < Math.min(FEWEST, minimum)) break;
    const fit = fitAbove(sums, low, trialEdges(smeared, chosen), wider);
    fits.push(fit);
    if (chosen && (!isEvident(fit) || fits.length > fits.indexOf(chosen) + MOST)) break;
    if (fit.events >= minimum && isEvident(fit)) chosen ??= probable(fit);
  }
  const large = fits.filter(({ events }) => events >= minimum);
  if (large.length === 0) return undefined;
  const evident = large.filter(isEvident);
  if (evident.length === 0) return { fit: mostProbable(large), evident: false, others: [] };
  const fit = chosen ?? mostProbable(evident);
  return { fit, evident: true, others: othersOf(fits, fit) };
}

/** Once a window is chosen, the others have the resolutions that it knows. */
function trialEdges(smeared: boolean, chosen: WindowFit | undefined): TrialEdges {
  if (chosen === undefined) return smeared ? 'smeared' : 'sharp';
  return chosen.profile.edges;
}

function probable(fit: WindowFit): WindowFit | undefined {
  return fit.goodness.probability > PROBABLE ? fit : undefined;
}

function isEvident({ evidence }: WindowFit): boolean {
  return evidence > EVIDENCE;
}

function mostProbable(fits: readonly WindowFit[]): WindowFit {
  return fits.reduce((a, b) => (b.goodness.probability > a.goodness.probability ? b : a));
}

/** Only windows in which the chosen endpoint was on trial. */
function othersOf(fits: readonly WindowFit[], chosen: WindowFit): WindowFit[] {
  const at = chosen.profile.mean;
  const place = fits.indexOf(chosen);
  const comparable = (fit: WindowFit) => {
    const { low, high } = fit.window;
    const margin = MARGIN * (high - low);
    return isEvident(fit) && at > low + margin && at < high - margin;
  };
  const wider = fits.slice(0, place).filter(comparable);
  const narrower = fits.slice(place + 1).filter(comparable);
  if (probable(chosen) === undefined) return [...wider, ...narrower];
  return narrower.length < LEAST
    ? [...wider.slice(narrower.length - LEAST), ...narrower]
    : narrower;
}

/** The endpoint above a lower end: the upper end follows from the endpoint it leads to. */
function fitAbove(
  sums: RunningSums,
  low: number,
  edges: TrialEdges,
  wider: WindowFit | undefined
): WindowFit {
  const last = sums.weight.length - 1;
  const upper = (at: number) => Math.min(last, Math.round(at + REACH * (at - low)));
  const start = wider === undefined ? last : upper(wider.profile.best);
  let fit = fitWindow(sums, { low, high: start }, edges);
  for (let k = 1; k < FITS; ++k) {
    const high = upper(fit.profile.best);
    if (Math.abs(high - fit.window.high) < 0.02 * (high - low)) break;
    fit = fitWindow(sums, { low, high }, edges);
  }
  return fit;
}
