import { dirname } from 'node:path';
import { countSplits, openEvents } from '@deelema/events';
import type { EventFile } from '@deelema/events';
import type { StageContext, StageResult } from '@deelema/stage';
import { writeModelDirectory } from '@deelema/trained-model';
import type { ModelDescription } from '@deelema/trained-model';
import { useBackend } from './backend.ts';
import type { Backend } from './backend.ts';
import { backendLine } from './backend/choice.mjs';
import type { DeelemaConfig, PaperConfig, TrainConfig } from './config-type.ts';
import { trainDeelema } from './deelema/train-deelema.ts';
import type { DeelemaResult } from './deelema/train-deelema.ts';
import { describeDeelema, describePaper } from './output/describe-model.ts';
import { predict } from './output/predict.ts';
import { writeScalars } from './output/scalars.ts';
import { parameters, writeTrainingRecord } from './output/training-record.ts';
import { trainPaper } from './paper/train-paper.ts';
import type { PaperResult } from './paper/train-paper.ts';

/**
 * Trains by one of the two recipes and applies the network to all events.
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
  context: StageContext<TrainConfig>
): Promise<StageResult> {
  const { config, out, progress, signal } = context;
  const counts = await countSplits(file, signal);
  const begun = performance.now();
  const { result, description } = await byRecipe(file, backend, context);
  const seconds = (performance.now() - begun) / 1000;
  const { weights } = result.snapshot;
  const record = await writeModelDirectory(dirname(out.path('model')), description, weights);
  await predict(record, weights, file, out.path('events'), { progress, signal });
  const scalars = { csv: out.path('scalars'), tensorBoard: out.path('tensorboard') };
  await writeScalars(scalars, result.history);
  await writeTrainingRecord(out.path('training'), { config, backend, counts, result });
  return {
    counts: {
      events: file.rows,
      ...counts,
      parameters: parameters(result),
      backend: backendLine(backend),
    },
    record: {
      backend,
      eventsPerSecond: result.eventsSeen / seconds,
      resumedAfterEpoch: result.resumedAfterEpoch,
    },
  };
}

async function byRecipe(
  file: EventFile,
  backend: Backend,
  context: StageContext<TrainConfig>
): Promise<{ result: PaperResult | DeelemaResult; description: ModelDescription }> {
  const { config } = context;
  const origin = { file, backend };
  if (config.recipe === 'paper') {
    const result = await trainPaper(file, backend, context as StageContext<PaperConfig>);
    return { result, description: describePaper(result, config, origin) };
  }
  const result = await trainDeelema(file, backend, context as StageContext<DeelemaConfig>);
  return { result, description: describeDeelema(result, config, origin) };
}
