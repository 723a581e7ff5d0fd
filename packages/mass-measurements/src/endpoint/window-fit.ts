import { TERMS } from './broken-line.ts';
import type { Edge, Shape } from './broken-line.ts';
import { expectedOf } from './expected.ts';
import { goodnessOf } from '../spectrum/goodness.ts';
import type { Goodness } from '../spectrum/goodness.ts';
import { overEdges, scanEndpoint } from './profile.ts';
import type { Averaged } from './profile.ts';
import { typicalWeight } from '../spectrum/running-sums.ts';
import type { RunningSums, Window } from '../spectrum/running-sums.ts';
import { smoothWorth } from './smooth-curve.ts';

/** An endpoint in one window. */
export interface WindowFit {
  readonly window: Window;
  readonly profile: Averaged;
  readonly goodness: Goodness;
  /** Effective number of events, (Σw)²/Σw². */
  readonly events: number;
  /** Weight of a typical event, Σw²/Σw. */
  readonly weight: number;
  /** How much better than a smooth curve the lines are, ln L less ½ ln n for each parameter. */
  readonly evidence: number;
}

/** Edges to try: all shapes, with these resolutions. */
export type TrialEdges = 'sharp' | 'smeared' | readonly Edge[];

const SHAPES: readonly Shape[] = ['kink', 'step', 'root'];

/** Trial resolutions, in parts of the window: each twice the one before. */
const RESOLUTIONS = [0.006, 0.012, 0.025, 0.05, 0.1];

/**
 * Fits the endpoint in a window: the mean over kink, step and root, and over resolutions if the edge is smeared.
 *
 * The further parameter of a step or root must raise ln L by ½ ln n (Bayesian information criterion).
 *
 * @param sums Running sums of the spectrum.
 * @param window The window.
 * @param trial Which edges are tried.
 */
export function fitWindow(sums: RunningSums, window: Window, trial: TrialEdges): WindowFit {
  const { low, high } = window;
  const weight = typicalWeight(sums, low, high);
  const events = (sums.weight[high] - sums.weight[low]) / weight;
  const price = Math.log(events) / 2;
  const edges = edgesOf(trial, high - low);
  const profile = scanEdges(sums, window, edges, weight, price);
  const cut = { low, at: profile.best, high };
  const parameters = parametersOf(profile.edge);
  const smooth = smoothWorth(sums, cut, price * weight) / weight;
  return {
    window,
    profile,
    goodness: goodnessOf(sums, expectedOf(cut, profile, parameters), weight),
    events,
    weight,
    evidence: profile.logLikelihood - price * parameters - smooth,
  };
}

/** All shapes; of given edges, with their resolutions. */
function edgesOf(trial: TrialEdges, length: number): Edge[] {
  const sigmas =
    trial === 'sharp'
      ? [0]
      : trial === 'smeared'
        ? RESOLUTIONS.map((part) => part * length)
        : new Set(trial.map(({ sigma }) => sigma));
  return [...sigmas].flatMap((sigma) => SHAPES.map((shape) => ({ shape, sigma })));
}

function scanEdges(
  sums: RunningSums,
  window: Window,
  edges: readonly Edge[],
  weight: number,
  price: number
): Averaged {
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
 * The endpoint of a replica, over the edges that are likely in the spectrum itself.
 *
 * @param sums Running sums of the replica.
 * @param fit The fit of the spectrum itself.
 * @returns The endpoint, an edge of the spectrum.
 */
export function refit(sums: RunningSums, { window, profile, weight, events }: WindowFit): number {
  return scanEdges(sums, window, profile.edges, weight, Math.log(events) / 2).mean;
}
