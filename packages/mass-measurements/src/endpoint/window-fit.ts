import { TERMS } from './broken-line.ts';
import type { Edge, Shape } from './broken-line.ts';
import { goodnessOf } from './goodness.ts';
import type { Goodness } from './goodness.ts';
import { overEdges, scanEndpoint } from './profile.ts';
import type { Profile, Window } from './profile.ts';
import { typicalWeight } from './running-sums.ts';
import type { RunningSums } from './running-sums.ts';
import { CUBIC_PARAMETERS, smoothLogLikelihood } from './smooth-curve.ts';

/** An endpoint in one window. */
export interface WindowFit {
  readonly window: Window;
  readonly profile: Profile;
  readonly goodness: Goodness;
  /** Effective number of events, (Σw)²/Σw². */
  readonly events: number;
  /** Weight of a typical event, Σw²/Σw. */
  readonly weight: number;
  /** How much better than a smooth curve the lines are, ln L less ½ ln n for each parameter. */
  readonly evidence: number;
}

const SHAPES: readonly Shape[] = ['kink', 'step', 'root'];

/** Trial resolutions, in parts of the window: each 1.6 times the one before. */
const RESOLUTIONS = [0.006, 0.01, 0.016, 0.025, 0.04, 0.064, 0.1];

/**
 * Fits the endpoint in a window: the mean over a kink and a step, and over resolutions if the edge is smeared.
 *
 * The further parameter of a step must raise ln L by ½ ln n (Bayesian information criterion).
 *
 * @param sums Running sums of the spectrum.
 * @param window The window.
 * @param smeared Whether the edge is smeared.
 */
export function fitWindow(sums: RunningSums, window: Window, smeared: boolean): WindowFit {
  const { low, high } = window;
  const weight = typicalWeight(sums, low, high);
  const events = (sums.weight[high] - sums.weight[low]) / weight;
  const price = Math.log(events) / 2;
  const sigmas = smeared ? RESOLUTIONS.map((part) => part * (high - low)) : [0];
  const profile = scanEdges(sums, window, sigmas, weight, price);
  const cut = { low, at: profile.best, high };
  const parameters = parametersOf(profile.edge);
  const smooth = smoothLogLikelihood(sums, cut) / weight;
  return {
    window,
    profile,
    goodness: goodnessOf(sums, cut, profile, weight, parameters),
    events,
    weight,
    evidence: profile.logLikelihood - smooth - price * (parameters - CUBIC_PARAMETERS),
  };
}

function scanEdges(
  sums: RunningSums,
  window: Window,
  sigmas: readonly number[],
  weight: number,
  price: number
): Profile {
  const edges = sigmas.flatMap((sigma) => SHAPES.map((shape) => ({ shape, sigma })));
  return overEdges(
    edges.map((edge) => scanEndpoint(sums, window, edge, weight)),
    price
  );
}

/** The lines, the endpoint, and the resolution if there is one. */
function parametersOf({ shape, sigma }: Edge): number {
  return TERMS[shape] + 1 + (sigma > 0 ? 1 : 0);
}

/**
 * The endpoint of a replica, by the rule of the fit; a resolution may change by one step.
 *
 * @param sums Running sums of the replica.
 * @param fit The fit of the spectrum itself.
 * @returns The endpoint, an edge of the spectrum.
 */
export function refit(sums: RunningSums, { window, profile, weight, events }: WindowFit): number {
  const { sigma } = profile.edge;
  const sigmas = sigma === 0 ? [0] : [sigma / 1.6, sigma, 1.6 * sigma];
  return scanEdges(sums, window, sigmas, weight, Math.log(events) / 2).mean;
}
