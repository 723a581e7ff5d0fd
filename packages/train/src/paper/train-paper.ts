import type { EventFile } from '@deelema/events';
import type { HistoryEntry } from '@deelema/records';
import type { StageContext } from '@deelema/stage';
import type { Backend } from '../backend.ts';
import type { PaperConfig } from '../config-type.ts';
import { standardisation } from '../data/standardisation.ts';
import { readTrainingData } from '../data/training-data.ts';
import { checkBeams } from '../learning/check-beams.ts';
import { openCheckpoints } from '../learning/checkpoints.ts';
import type { Snapshot } from '../learning/snapshot.ts';
import { beginning, modelSettings } from './begin.ts';
import { fit } from './fit.ts';
import { createModel } from './model.ts';
import type { ModelSettings } from './model.ts';

/** What the recipe found. */
export interface PaperResult {
  readonly settings: ModelSettings;
  readonly snapshot: Snapshot;
  readonly history: readonly HistoryEntry[];
  /** m̃ by name, GeV. */
  readonly masses: Readonly<Record<string, number>>;
  /** Events of all epochs of this run. */
  readonly eventsSeen: number;
  /** Where this run began. */
  readonly resumedAfterEpoch: number;
}

/**
 * The recipe `paper`: trains DeeLeMa on the training split with the loss of Eq. (1).
 *
 * @param file Contaminated events.
 * @param backend In use.
 * @param context Settings, the scaling record, where checkpoints go, whom to tell.
 * @throws InputError if the data or the settings do not allow it, or the loss is not finite.
 * @see PRR 5, 043186
 */
export async function trainPaper(
  file: EventFile,
  backend: Backend,
  { config, inputs, scratch, progress, signal }: StageContext<PaperConfig>
): Promise<PaperResult> {
  checkBeams([config.mC, config.mC], config.beamEnergy);
  const data = await readTrainingData(file, config.scale, signal, config.frame);
  const scaling = await standardisation(config, data.train, inputs.preprocess.path('scaling'));
  const settings = modelSettings(config, scaling);
  const recipe = JSON.stringify([config, backend, data.counts, settings.standardisation]);
  const checkpoints = openCheckpoints(scratch, 'epoch', recipe, (line) => progress.log(line));
  const resumed = checkpoints.latest();
  if (resumed) progress.log(`continuing after epoch ${resumed.epoch} of ${config.epochs}`);
  const start = resumed ?? beginning(config, settings);
  const [deltaA, deltaB] = start.parameters;
  const model = createModel(settings, start.weights, { deltaA, deltaB });
  try {
    const snapshot = await fit(model, start, { config, data, checkpoints, progress, signal });
    return {
      settings,
      snapshot,
      history: snapshot.history,
      masses: snapshot.history.at(-1)!.masses,
      eventsSeen: (snapshot.epoch - start.epoch) * data.train.length,
      resumedAfterEpoch: start.epoch,
    };
  } finally {
    model.dispose();
  }
}
