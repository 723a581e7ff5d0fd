import { writeFile } from 'node:fs/promises';
import { openEvents } from '@deelema/events';
import { defineStage } from '@deelema/stage';
import type { StageInput } from '@deelema/stage';
import { config } from './config.mjs';
import { evaluate } from './evaluate.ts';
import { evaluationSchema } from './schema.ts';
import type { Evaluation } from './schema.ts';
import type { EventFiles } from './slices.ts';
import { toJson } from './to-json.ts';
import { readTraining } from './training.ts';

/** Writes masses, widths, correlations, histograms and heat maps as `evaluation.json`. */
export const stage = defineStage({
  name: 'evaluate',
  config,
  async run({ config, inputs, out, progress, signal }) {
    const training = await readTraining(inputs.train.path('training'));
    const files = await openAll(inputs);
    try {
      progress.start('events, twice', 2 * files.contaminate.rows);
      const evaluation = await evaluate(files, training, config, ({ length }) => {
        signal.throwIfAborted();
        progress.add(length);
      });
      await writeFile(out.path('evaluation'), toJson(evaluationSchema.parse(evaluation)));
      return { counts: countsOf(evaluation) };
    } finally {
      const { contaminate, train, baseline } = files;
      await Promise.all([contaminate.close(), train.close(), baseline.close()]);
    }
  },
});

async function openAll(inputs: Readonly<Record<string, StageInput>>): Promise<EventFiles> {
  const open = (name: string) => openEvents(inputs[name].path('events'));
  return {
    contaminate: await open('contaminate'),
    train: await open('train'),
    baseline: await open('baseline'),
  };
}

function countsOf({ events, exchangedEvents, masses, baselines }: Evaluation) {
  const quantities = Object.entries({ ...masses, ...baselines });
  const nonFinite = quantities.map(([name, statistics]) => [name, statistics.nonFinite] as const);
  return { events, exchanged: exchangedEvents, nonFinite: Object.fromEntries(nonFinite) };
}
