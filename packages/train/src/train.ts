import { openEvents } from '@deelema/events';
import type { EventFile } from '@deelema/events';
import type { StageContext, StageResult } from '@deelema/stage';
import { useBackend } from './backend.ts';
import type { Backend } from './backend.ts';
import { backendLine } from './backend/choice.mjs';
import type { TrainConfig } from './config-type.ts';
import { readScaling } from './data/standardisation.ts';
import { readTrainingData } from './data/training-data.ts';
import { beginning, modelSettings } from './learning/begin.ts';
import { openCheckpoints } from './learning/checkpoints.ts';
import { fit } from './learning/fit.ts';
import { createModel } from './learning/model.ts';
import { writeNetwork } from './output/network-files.ts';
import { predict } from './output/predict.ts';
import { parameters, writeTrainingRecord } from './output/training-record.ts';

/**
 * Trains DeeLeMa on the training split and applies it to all events.
 *
 * @param context Contaminated events, the scaling record, settings, where to write.
 * @returns Counts, and which backend computed at what rate.
 * @throws InputError if the data, the settings or the backend do not allow it.
 */
export async function train(context: StageContext<TrainConfig>): Promise<StageResult> {
  const { config, inputs, progress } = context;
  const backend = await useBackend(config, (line) => progress.log(line));
  const file = await openEvents(inputs.contaminate.path('events'));
  try {
    return await trainOn(file, backend, context);
  } finally {
    await file.close();
  }
}

async function trainOn(
  file: EventFile,
  backend: Backend,
  { config, inputs, out, scratch, progress, signal }: StageContext<TrainConfig>
): Promise<StageResult> {
  const data = await readTrainingData(file, config.scale, signal);
  const scaling = config.standardise
    ? await readScaling(inputs.preprocess.path('scaling'))
    : undefined;
  const settings = modelSettings(config, scaling);
  const recipe = JSON.stringify([config, backend, data.counts, settings.standardisation]);
  const checkpoints = openCheckpoints(scratch, recipe, (line) => progress.log(line));
  const resumed = checkpoints.latest();
  if (resumed) progress.log(`continuing after epoch ${resumed.epoch} of ${config.epochs}`);
  const start = resumed ?? beginning(config, settings);
  const model = createModel(settings, start.weights, start.deltas);
  try {
    const begun = performance.now();
    const snapshot = await fit(model, start, { config, data, checkpoints, progress, signal });
    const seconds = (performance.now() - begun) / 1000;
    await predict(model, file, out.path('events'), { settings, progress, signal });
    await writeNetwork(
      { model: out.path('model'), weights: out.path('weights') },
      settings,
      snapshot
    );
    await writeTrainingRecord(out.path('training'), {
      config,
      backend,
      counts: data.counts,
      snapshot,
    });
    const events = (snapshot.epoch - start.epoch) * data.train.length;
    return {
      counts: {
        events: file.rows,
        ...data.counts,
        parameters: parameters(snapshot),
        backend: backendLine(backend),
      },
      record: { backend, resumedAfterEpoch: start.epoch, eventsPerSecond: events / seconds },
    };
  } finally {
    model.dispose();
  }
}
