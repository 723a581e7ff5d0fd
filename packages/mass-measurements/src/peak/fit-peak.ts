import { IMPROBABLE } from '../spectrum/goodness.ts';
import { eventsBetween, runningSums } from '../spectrum/running-sums.ts';
import type { RunningSums, Window } from '../spectrum/running-sums.ts';
import { checkSettings } from '../spectrum/settings.ts';
import type { FitSettings } from '../spectrum/settings.ts';
import type { Spectrum } from '../spectrum/spectrum.ts';
import { standardDeviation } from '../spectrum/standard-deviation.ts';
import { windowSpread } from '../spectrum/window-spread.ts';
import { bootstrapPeaks } from './bootstrap.ts';
import { chooseWindow, PARTS } from './choose-window.ts';
import { shortestWindow } from './shortest-window.ts';
import type { WindowFit } from './window-fit.ts';

/** The peak of a distribution, in the unit of the variable; what is not known is null. */
export interface PeakFit {
  /** Where the density is highest. */
  readonly value: number | null;
  /** √(statisticalError² + windowError²); of a peak without a shape, what its bins leave open. */
  readonly error: number | null;
  /** The larger of the errors of likelihood and bootstrap. */
  readonly statisticalError: number | null;
  /** What the choice of the window adds. */
  readonly windowError: number | null;
  /** From the curvature of the likelihood, and the standard deviation over the replicas. */
  readonly likelihoodError: number | null;
  readonly bootstrapError: number | null;
  /** σ of the Gaussian that is as sharp at its maximum, √(−f/f″). */
  readonly width: number | null;
  /** Lower and upper end of the window. */
  readonly window: readonly [low: number, high: number] | null;
  /** Effective number of events in the window, (Σw)²/Σw². */
  readonly events: number;
  readonly chiSquared: number | null;
  readonly degreesOfFreedom: number | null;
  /** Why there is no value, or none better than a bin; null if there is one. */
  readonly reason: string | null;
}

/**
 * The peak of a distribution: where its density is highest.
 *
 *     f(s) = exp(c₀ + c₁s + … + c₄s⁴),   f′(ŝ) = 0
 *
 * The exponential of a polynomial is fitted by maximum likelihood to the shortest window that holds a part of all
 * weight: it ends at equal heights on both sides, so that a tail moves neither the window nor, as with a
 * Gaussian, the maximum. The part is the largest that such a curve describes. The bootstrap keeps the
 * window, and resamples its cells rather than the events. The error contains how far the peaks of narrower
 * windows differ beyond chance.
 *
 * Where so many values are alike that a few bins hold the part that is next, and no curve describes a wider one,
 * the peak has no shape: the value is the mean of these bins, the error their length/√12, and the reason says so.
 *
 * Coverage, 25 to 100 samples each of a Gaussian, alone and on a background, of Gamma, log-normal, Breit–Wigner and
 * Crystal Ball distributions: 92 to 100 % of those of 3 000, 20 000 and 200 000 events are within two errors, the
 * mean pull within ±0.9; of 300 events 88 to 98 %, within ±0.6; of 200 of the skewed ones 79 to 93 %. A Gaussian's
 * mode is found 2.5 times less well than its mean: that is the price for any shape. Where a density ends in a step, a
 * peak is found just inside of that end in up to a third of small samples.
 *
 * @param spectrum The variable's distribution, in bins much finer than its peak.
 * @param settings Replicas, seed, number of events needed.
 * @returns The peak with its error; without a value where the widest window has too few events, where no curve
 *  describes any, or where the distribution is highest at an end of the window.
 * @throws RangeError if a setting is out of range.
 * @see C. R. Loader, Ann. Statist. 24 (1996) 1602: densities by local likelihood
 */
export function fitPeak(spectrum: Spectrum, settings: FitSettings): PeakFit {
  checkSettings('fitPeak', settings);
  const sums = runningSums(spectrum, spectrum.content);
  const none = reasonForNone(spectrum, sums, settings);
  if (none !== null) return none;
  const chosen = chooseWindow(sums, settings.minimumEvents);
  if (chosen.narrow !== undefined) return narrowPeak(spectrum, sums, chosen.narrow);
  const { fit } = chosen;
  if (fit === undefined) return { ...NOTHING, reason: NOT_SMOOTH };
  const described = description(spectrum, fit);
  const reason = reasonAgainst(fit);
  if (reason !== null) return { ...described, reason };
  return { ...described, ...measured(spectrum, fit, chosen.others, settings) };
}

const NOT_SMOOTH = 'No smooth curve describes the distribution in any window.';

const NOTHING = {
  value: null,
  error: null,
  statisticalError: null,
  windowError: null,
  likelihoodError: null,
  bootstrapError: null,
  width: null,
  window: null,
  events: 0,
  chiSquared: null,
  degreesOfFreedom: null,
  reason: null,
} as const;

/** Without events enough in the widest window there is nothing to fit. */
function reasonForNone(
  { content }: Spectrum,
  sums: RunningSums,
  { minimumEvents }: FitSettings
): PeakFit | null {
  const last = content.length;
  if (sums.variance[last] > 0 && !(sums.weight[last] > 0)) {
    return { ...NOTHING, reason: 'The weights do not sum to a positive number.' };
  }
  const { low, high } = shortestWindow(sums, PARTS[0]);
  const events = eventsBetween(sums, low, high);
  if (events >= minimumEvents) return null;
  const reason = `The window has ${Math.floor(events)} effective events, expected ${minimumEvents} or more.`;
  return { ...NOTHING, events, reason };
}

function narrowPeak(spectrum: Spectrum, sums: RunningSums, { low, high }: Window): PeakFit {
  const { weight, moment } = sums;
  const error = ((high - low) * spectrum.binWidth) / Math.sqrt(12);
  return {
    ...NOTHING,
    value: spectrum.low + (moment[high] - moment[low]) / (weight[high] - weight[low]),
    error,
    statisticalError: error,
    windowError: 0,
    window: [spectrum.edge(low), spectrum.edge(high)],
    events: eventsBetween(sums, low, high),
    reason: 'The peak is as narrow as the bins.',
  };
}

function description(spectrum: Spectrum, { window, goodness, events }: WindowFit): PeakFit {
  const { chiSquared, degreesOfFreedom } = goodness;
  return {
    ...NOTHING,
    window: [spectrum.edge(window.low), spectrum.edge(window.high)],
    events,
    chiSquared,
    degreesOfFreedom,
  };
}

function reasonAgainst({ goodness, inside }: WindowFit): string | null {
  if (!(goodness.probability > IMPROBABLE)) {
    return NOT_SMOOTH;
  }
  if (!inside) {
    return 'The distribution is highest at an end of the window, or hardly higher inside of it.';
  }
  return null;
}

function measured(
  spectrum: Spectrum,
  fit: WindowFit,
  others: readonly WindowFit[],
  settings: FitSettings
) {
  const { binWidth } = spectrum;
  const likelihoodError = fit.deviation * binWidth;
  const bootstrapError =
    settings.replicas === 0 ? null : standardDeviation(bootstrapPeaks(fit, settings)) * binWidth;
  const statisticalError = Math.max(likelihoodError, bootstrapError ?? 0);
  const windowError = windowSpread(fit, others) * binWidth;
  return {
    value: spectrum.edge(fit.mean),
    error: Math.hypot(statisticalError, windowError),
    statisticalError,
    windowError,
    likelihoodError,
    bootstrapError,
    width: fit.width * binWidth,
  };
}
