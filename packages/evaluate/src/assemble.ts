import { BASELINES, MINIMA, TRANSVERSE } from './columns.ts';
import type { BaselineName, MassName, MinimumName } from './columns.ts';
import type { Pictures } from './pictures.ts';
import type {
  EndpointRecord,
  Evaluation,
  Measurements,
  PeakRecord,
  Training,
} from '@deelema/records';
import type { Histogram } from './statistics/histogram.ts';
import type { Distribution } from './statistics/distribution.ts';
import { measuredPart } from './measured.ts';
import { orNull } from './or-null.ts';
import { byName } from './survey.ts';
import type { Survey } from './survey.ts';
import { truthPart } from './truth-part.ts';

/** What is known beforehand about the events. */
export interface About {
  readonly sample: string;
  readonly split: Evaluation['split'];
  /** Whether the true invisible momenta are known. */
  readonly truth: boolean;
  /** Whether there are baselines. */
  readonly baselines: boolean;
}

/** What was found in the events. */
export interface Findings {
  readonly survey: Survey;
  readonly pictures: Pictures;
  readonly endpoints: Readonly<Record<BaselineName, EndpointRecord>>;
  readonly peaks: Readonly<Record<MassName | BaselineName, PeakRecord>>;
}

/**
 * Puts `evaluation.json` together.
 *
 * @param about What the events are.
 * @param findings Statistics, histograms, heat maps, endpoints and peaks of the selected events.
 * @param training The record of the training.
 * @param measurements Masses from the whole sample; null where there are no baselines.
 */
export function assemble(
  { sample, split, truth, baselines }: About,
  findings: Findings,
  { auxiliary, measurement, ...training }: Training,
  measurements: Measurements | null
): Evaluation {
  const { survey, pictures, peaks } = findings;
  const { masses } = survey;
  const { histograms } = pictures;
  const columns = survey.conjecture.masses.map(({ column }) => column);
  const known = truth ? truthPart(survey, pictures, auxiliary) : null;
  const has = (name: BaselineName) => (isMinimum(name) ? survey.statuses.has(name) : baselines);
  return {
    schemaVersion: 3,
    sample,
    split,
    events: survey.events,
    exchangedEvents: survey.exchangedEvents,
    negativeWeights: survey.negativeWeights,
    sumOfWeights: survey.sumOfWeights,
    auxiliary,
    measured: measuredPart(measurement, known),
    masses: byName(columns, (name) => massStatistics(masses[name], peaks[name])),
    baselines: baselines ? baselinesPart(findings) : null,
    measurements: measurementsPart(measurements),
    truth: known,
    published: null,
    histograms: {
      ...byName(columns, (name) => histogramPart(histograms[name])),
      ...byName(BASELINES, (name) => (has(name) ? histogramPart(histograms[name]) : null)),
    },
    training: trainingPart(training),
  };
}

function trainingPart(training: Omit<Training, 'auxiliary' | 'measurement'>) {
  const { recipe, topology, epochs, parameters, settings } = training;
  const { backend, events, lossUnit, history } = training;
  return { recipe, topology, epochs, parameters, settings, backend, events, lossUnit, history };
}

function massStatistics({ moments, sketch }: Distribution, peak: PeakRecord) {
  return {
    events: moments.events,
    nonFinite: moments.nonFinite,
    mean: orNull(moments.mean()),
    meanError: orNull(moments.meanError()),
    width: orNull(moments.width()),
    median: orNull(sketch.quantile(0.5)),
    quantile025: orNull(sketch.quantile(0.025)),
    quantile16: orNull(sketch.quantile(0.16)),
    quantile84: orNull(sketch.quantile(0.84)),
    quantile975: orNull(sketch.quantile(0.975)),
    peak,
  };
}

function baselinesPart(findings: Findings) {
  return {
    ...byName(TRANSVERSE, (name) => baselineStatistics(name, findings)),
    ...byName(MINIMA, (name) => minimumStatistics(name, findings)),
  };
}

function measurementsPart(measurements: Measurements | null): Evaluation['measurements'] {
  if (measurements === null) return null;
  const { likelihood, solvability } = measurements;
  return { likelihood, solvability };
}

function isMinimum(name: BaselineName): name is MinimumName {
  return MINIMA.some((minimum) => minimum === name);
}

function baselineStatistics(name: BaselineName, { survey, endpoints, peaks }: Findings) {
  const { moments, sketch } = survey.masses[name];
  return {
    events: moments.events,
    nonFinite: moments.nonFinite,
    mean: orNull(moments.mean()),
    max: orNull(moments.max),
    quantile99: orNull(sketch.quantile(0.99)),
    peak: peaks[name],
    endpoint: endpoints[name],
  };
}

/** Null where the baseline does not have it. */
function minimumStatistics(name: MinimumName, findings: Findings) {
  const statuses = findings.survey.statuses.get(name);
  return statuses === undefined ? null : { ...baselineStatistics(name, findings), statuses };
}

function histogramPart({ low, high, counts, underflow, overflow }: Histogram) {
  return { low, high, counts: [...counts], underflow, overflow };
}
