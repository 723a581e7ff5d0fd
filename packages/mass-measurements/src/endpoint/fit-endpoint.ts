import { bootstrapEndpoints } from './bootstrap.ts';
import type { Shape } from './broken-line.ts';
import { eventsAbove, fitWidestWindow } from './choose-window.ts';
import { runningSums } from './running-sums.ts';
import type { Spectrum } from './spectrum.ts';
import type { WindowFit } from './window-fit.ts';

/** Settings of an endpoint fit. */
export interface EndpointSettings {
  /** Replicas for the bootstrap error; 0 leaves it out. */
  readonly replicas: number;
  readonly seed: number;
  /** Names the stream of random numbers: the variable. */
  readonly name: string;
  /**
   * Whether the edge may be smeared by a Gaussian: by resolution or widths. Where nothing smears it, false is right:
   * a density that bends down to its endpoint looks like a smeared one.
   */
  readonly smeared: boolean;
  /** Effective number of events a window must have, 20 or more. */
  readonly minimumEvents: number;
}

/** The endpoint of a distribution, in the unit of the variable; what is not known is null. */
export interface EndpointFit {
  readonly value: number | null;
  /** The larger of both errors. */
  readonly error: number | null;
  /** Standard deviation of the endpoint over its likelihood, and over the replicas. */
  readonly likelihoodError: number | null;
  readonly bootstrapError: number | null;
  readonly shape: Shape | null;
  /** σ of the Gaussian that smears the edge; 0 for a sharp one. */
  readonly resolution: number | null;
  /** Lower and upper end of the window. */
  readonly window: readonly [low: number, high: number] | null;
  /** Effective number of events in the window, (Σw)²/Σw². */
  readonly events: number;
  readonly chiSquared: number | null;
  readonly degreesOfFreedom: number | null;
  /** Why there is no value; null if there is one. */
  readonly reason: string | null;
}

/** The lines must be better than a smooth curve by e³ = 20 to 1. */
const EVIDENCE = 3;

/** χ² of the window must have this probability. */
const IMPROBABLE = 1e-3;

/**
 * The endpoint of a distribution: where a falling line meets what is left above it.
 *
 * Two straight lines, nowhere negative, are fitted by maximum likelihood to a window that the data
 * choose (the widest that two lines describe); where they pass the endpoint they may have a bend
 * only or a step, and the step or bend may be smeared. The value is the mean of the endpoint over its likelihood, which is right where a
 * distribution ends in a step too. The bootstrap keeps the window, and resamples the
 * spectrum's bins rather than the events.
 *
 * @param spectrum The variable's distribution; it should begin well below the endpoint and reach as
 *  far above it, filled or not: where the range ends, nothing is known.
 * @param settings Replicas, seed, number of events needed.
 * @returns The endpoint with its error; without a value where the window has too few events, where two lines
 *  describe no window, or where a curve without an endpoint describes it as well.
 * @throws RangeError if a setting is out of range.
 */
export function fitEndpoint(spectrum: Spectrum, settings: EndpointSettings): EndpointFit {
  checkSettings(settings);
  const { minimumEvents, smeared } = settings;
  const sums = runningSums(spectrum, spectrum.content);
  const fit = fitWidestWindow(sums, minimumEvents, smeared);
  if (fit === undefined) {
    const events = Math.max(0, eventsAbove(sums, 0));
    const reason = `There are ${Math.floor(events)} effective events, expected ${minimumEvents} or more.`;
    return { ...NOTHING, events, reason };
  }
  const described = description(spectrum, fit);
  const reason = reasonAgainst(fit);
  if (reason !== null) return { ...described, shape: null, resolution: null, reason };
  return { ...described, ...measured(spectrum, fit, settings), reason: null };
}

function reasonAgainst({ evidence, goodness }: WindowFit): string | null {
  if (!(evidence > EVIDENCE)) {
    return 'A smooth curve without an endpoint describes the distribution as well.';
  }
  if (!(goodness.probability > IMPROBABLE)) {
    return 'Two straight lines do not describe the distribution in any window.';
  }
  return null;
}

const NOTHING = {
  value: null,
  error: null,
  likelihoodError: null,
  bootstrapError: null,
  shape: null,
  resolution: null,
  window: null,
  events: 0,
  chiSquared: null,
  degreesOfFreedom: null,
} as const;

function description(spectrum: Spectrum, { window, profile, goodness, events }: WindowFit) {
  const { chiSquared, degreesOfFreedom } = goodness;
  return {
    ...NOTHING,
    shape: profile.edge.shape,
    resolution: profile.edge.sigma * spectrum.binWidth,
    window: [spectrum.edge(window.low), spectrum.edge(window.high)] as const,
    events,
    chiSquared,
    degreesOfFreedom,
  };
}

function measured(spectrum: Spectrum, fit: WindowFit, { replicas, seed, name }: EndpointSettings) {
  const { mean, deviation } = fit.profile;
  // An endpoint is not known better than to a bin.
  const likelihoodError = Math.hypot(deviation, 1) * spectrum.binWidth;
  const value = spectrum.edge(mean);
  if (replicas === 0) return { value, error: likelihoodError, likelihoodError };
  const endpoints = bootstrapEndpoints(spectrum, fit, replicas, seed, name);
  const bootstrapError = standardDeviation(endpoints) * spectrum.binWidth;
  const error = Math.max(likelihoodError, bootstrapError);
  return { value, error, likelihoodError, bootstrapError };
}

function standardDeviation(values: Float64Array): number {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  return Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length);
}

function checkSettings({ replicas, minimumEvents }: EndpointSettings): void {
  if (!Number.isInteger(replicas) || replicas < 0) {
    throw new RangeError(`fitEndpoint: replicas is ${replicas}, expected an integer, 0 or more.`);
  }
  if (!(minimumEvents >= 20)) {
    throw new RangeError(`fitEndpoint: minimumEvents is ${minimumEvents}, expected 20 or more.`);
  }
}
