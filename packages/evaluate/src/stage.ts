import { existsSync } from 'node:fs';
import { openEvents } from '@deelema/events';
import {
  evaluationSchema,
  measurementsSchema,
  type Measurements,
  readRecord,
  trainingSchema,
  writeRecord,
  type Evaluation,
} from '@deelema/records';
import { defineStage } from '@deelema/stage';
import type { StageInput } from '@deelema/stage';
import { config } from './config.mjs';
import { evaluate } from './evaluate.ts';
import type { EventFiles, Slice } from './slices.ts';

/** Writes masses, widths, correlations, histograms and heat maps as `evaluation.json`. */
export const stage = defineStage({
  name: 'evaluate',
  config,
  async run({ config, inputs, out, progress, signal }) {
    const training = await readRecord(inputs.train.path('training'), trainingSchema, 'train');
    const measurements =
      'baseline' in inputs ? await readMeasurements(inputs.baseline.path('measurements')) : null;
    const files = await openAll(inputs);
    try {
      progress.start('events, twice', 2 * files.contaminate.rows);
      const onSlice = ({ length }: Slice) => {
        signal.throwIfAborted();
        progress.add(length);
      };
      const evaluation = await evaluate(files, { training, measurements }, config, onSlice);
      await writeRecord(out.path('evaluation'), evaluationSchema, evaluation);
      return { counts: countsOf(evaluation) };
    } finally {
      const { contaminate, train, baseline } = files;
      await Promise.all([contaminate.close(), train.close(), baseline?.close()]);
    }
  },
});

async function openAll(inputs: Readonly<Record<string, StageInput>>): Promise<EventFiles> {
  const open = (name: string) => openEvents(inputs[name].path('events'));
  return {
    contaminate: await open('contaminate'),
    train: await open('train'),
    baseline: 'baseline' in inputs ? await open('baseline') : null,
  };
}

/** A program in the place of the baseline may measure nothing. */
async function readMeasurements(path: string): Promise<Measurements> {
  return existsSync(path)
    ? readRecord(path, measurementsSchema, 'baseline')
    : { schemaVersion: 1, likelihood: null, solvability: null };
}

function countsOf({ events, exchangedEvents, masses, baselines }: Evaluation) {
  const quantities = Object.entries({ ...masses, ...baselines });
  const nonFinite = quantities.flatMap(([name, statistics]) =>
    statistics === null ? [] : [[name, statistics.nonFinite] as const]
  );
  return { events, exchanged: exchangedEvents, nonFinite: Object.fromEntries(nonFinite) };
}
