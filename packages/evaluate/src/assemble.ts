import { COMPONENTS } from '@deelema/records';
import { BASELINES, MASSES } from './columns.ts';
import type { Pictures } from './pictures.ts';
import type { Evaluation, Training } from '@deelema/records';
import type { Histogram } from './statistics/histogram.ts';
import type { Distribution } from './statistics/distribution.ts';
import { byName } from './survey.ts';
import type { MomentumSums, Survey } from './survey.ts';

/** What is known beforehand about the events. */
export interface About {
  readonly sample: string;
  readonly split: Evaluation['split'];
  /** Whether the true invisible momenta are known. */
  readonly truth: boolean;
}

/**
 * Puts `evaluation.json` together.
 *
 * @param about What the events are.
 * @param survey Statistics of the selected events.
 * @param pictures Histograms and heat maps of the same.
 * @param training The record of the training.
 */
export function assemble(
  { sample, split, truth }: About,
  survey: Survey,
  pictures: Pictures,
  { auxiliary, epochs, parameters, backend, events, recipe, lossUnit, history }: Training
): Evaluation {
  const { masses } = survey;
  const { histograms } = pictures;
  return {
    schemaVersion: 1,
    sample,
    split,
    events: survey.events,
    exchangedEvents: survey.exchangedEvents,
    negativeWeights: survey.negativeWeights,
    sumOfWeights: survey.sumOfWeights,
    auxiliary,
    masses: byName(MASSES, (name) => massStatistics(masses[name], histograms[name])),
    baselines: byName(BASELINES, (name) => baselineStatistics(masses[name], histograms[name])),
    truth: truth ? truthPart(survey, pictures, auxiliary) : null,
    histograms: byName([...MASSES, ...BASELINES], (name) => histogramPart(histograms[name])),
    training: { epochs, parameters, backend, events, recipe, lossUnit, history },
  };
}

function massStatistics({ moments, sketch }: Distribution, histogram: Histogram) {
  return {
    events: moments.events,
    nonFinite: moments.nonFinite,
    mean: orNull(moments.mean()),
    meanError: orNull(moments.meanError()),
    width: orNull(moments.width()),
    median: orNull(sketch.quantile(0.5)),
    quantile16: orNull(sketch.quantile(0.16)),
    quantile84: orNull(sketch.quantile(0.84)),
    peak: peakOf(histogram),
  };
}

function baselineStatistics({ moments, sketch }: Distribution, histogram: Histogram) {
  return {
    events: moments.events,
    nonFinite: moments.nonFinite,
    mean: orNull(moments.mean()),
    max: orNull(moments.max),
    quantile99: orNull(sketch.quantile(0.99)),
    peak: peakOf(histogram),
  };
}

function truthPart(
  survey: Survey,
  { heatMaps }: Pictures,
  auxiliary: { readonly mA: number; readonly mB: number }
): Evaluation['truth'] {
  const { A, B } = survey.trueMasses;
  const exchangedEvents = survey.exchangedEvents;
  return {
    masses: { A: trueMass(A, auxiliary.mA), B: trueMass(B, auxiliary.mB) },
    unexchanged: momentumMetrics(survey.unexchanged, survey.events - exchangedEvents),
    exchanged: momentumMetrics(survey.exchanged, exchangedEvents),
    heatMaps: COMPONENTS.map((component) => {
      const { low, high, bins, counts, outside } = heatMaps[component];
      return { component, low, high, bins, counts: [...counts], outside };
    }),
  };
}

function trueMass({ moments, sketch }: Distribution, auxiliary: number) {
  const median = sketch.quantile(0.5);
  return {
    events: moments.events,
    nonFinite: moments.nonFinite,
    mean: orNull(moments.mean()),
    width: orNull(moments.width()),
    median: orNull(median),
    auxiliaryDeviation: orNull((auxiliary - median) / median),
  };
}

function momentumMetrics(sums: MomentumSums, events: number) {
  const components = COMPONENTS.map((component) => {
    const { correlation, residual } = sums[component];
    return {
      component,
      nonFinite: correlation.nonFinite,
      correlation: orNull(correlation.coefficient()),
      residualMean: orNull(residual.mean()),
      residualWidth: orNull(residual.width()),
    };
  });
  return { events, components };
}

function histogramPart({ low, high, counts, underflow, overflow }: Histogram) {
  return { low, high, counts: [...counts], underflow, overflow };
}

function peakOf(histogram: Histogram) {
  return { value: orNull(histogram.peak()), binWidth: histogram.binWidth };
}

function orNull(x: number): number | null {
  return Number.isFinite(x) ? x : null;
}
