import { InputError } from '@deelema/events';
import { assemble } from './assemble.ts';
import { chooseBinnings } from './binnings.ts';
import type { BinningSettings } from './binnings.ts';
import { checkMassColumns, conjectureOf } from './conjecture.ts';
import { emptySpectra, fitEndpoints } from './endpoints.ts';
import type { EndpointSettings } from './endpoints.ts';
import { emptyPeakSpectra, fitPeaks } from './peaks.ts';
import type { PeakSettings } from './peaks.ts';
import { Pictures } from './pictures.ts';
import { publishedPart } from './published.ts';
import type { PublishedNumbers } from './published.ts';
import type { Evaluation, Measurements, Training } from '@deelema/records';
import type { Split } from './selection.ts';
import { knowsTruth, slices } from './slices.ts';
import type { EventFiles, Slice } from './slices.ts';
import { Survey } from './survey.ts';

/** Settings of an evaluation. */
export interface EvaluationSettings extends BinningSettings {
  readonly split: Split;
  readonly endpoint: EndpointSettings;
  readonly peak: PeakSettings;
  /** To be put beside what is found. */
  readonly published?: PublishedNumbers | undefined;
}

/** Records of the stages before. */
export interface Records {
  readonly training: Training;
  /** Null where the pipeline has no baselines. */
  readonly measurements: Measurements | null;
}

/**
 * Compares predicted with true masses and momenta, and with the baselines.
 *
 * The events are read twice, batch by batch: for the statistics, and for histograms and spectra in the
 * ranges that these give.
 *
 * @param files Events of contaminate, train and, if there are any, baseline: the same rows in the same order.
 * @param records What training and baseline found in all events together.
 * @param settings Which events count; bins and ranges.
 * @param onSlice Called for each slice read, twice for every event.
 * @returns The content of `evaluation.json`.
 * @throws InputError if the files do not hold the same events, the split is empty, or the training has not the
 *  masses of its decays.
 */
export async function evaluate(
  files: EventFiles,
  { training, measurements }: Records,
  settings: EvaluationSettings,
  onSlice: (slice: Slice) => void
): Promise<Evaluation> {
  const { split } = settings;
  const conjecture = conjectureOf(training);
  checkMassColumns(conjecture, files.train.columnNames, training.topology);
  const survey = new Survey(conjecture);
  for await (const slice of slices(files, conjecture, split)) {
    survey.add(slice);
    onSlice(slice);
  }
  if (survey.events === 0) {
    throw new InputError(
      `Split ${split} has none of the ${files.contaminate.rows} events, expected at least one; ` +
        'set evaluate.split to another one or use more events.'
    );
  }
  const binnings = chooseBinnings(survey, training.auxiliary, settings);
  const pictures = new Pictures(binnings, {
    endpoints: emptySpectra(survey),
    peaks: emptyPeakSpectra(binnings),
  });
  for await (const slice of slices(files, conjecture, split)) {
    pictures.add(slice);
    onSlice(slice);
  }
  const about = {
    sample: files.contaminate.metadata.sample,
    split,
    truth: knowsTruth(files),
    baselines: files.baseline !== null,
  };
  const endpoints = fitEndpoints(pictures.spectra.endpoints, settings.endpoint);
  const peaks = fitPeaks(pictures.spectra.peaks, settings.peak);
  const findings = { survey, pictures, endpoints, peaks };
  const evaluation = assemble(about, findings, training, measurements);
  const documents = { training, measurements, evaluation };
  return { ...evaluation, published: publishedPart(settings.published, documents) };
}
