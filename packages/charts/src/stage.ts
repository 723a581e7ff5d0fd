import { writeFigure } from '@deelema/plots';
import {
  figureListSchema,
  readRecord,
  tableSchema,
  trainingSchema,
  writeRecord,
} from '@deelema/records';
import { defineStage, type StageMember } from '@deelema/stage';
import { chartOf, type Histories } from './chart.ts';
import { config } from './config.mjs';

/** Draws the figures of a study, each with its data and its specification, and lists them in `charts.json`. */
export const stage = defineStage({
  name: 'charts',
  config,
  async run({ config: { draw, width, scale }, inputs, members = [], out, progress, signal }) {
    const table = await readRecord(inputs.collect.path('table'), tableSchema, 'collect');
    const ofTrainings = draw.some(({ kind }) => kind === 'training');
    const histories = ofTrainings ? await readHistories(members) : {};
    progress.start('charts', draw.length);
    const drawn = [];
    const skipped = [];
    for (const settings of draw) {
      signal.throwIfAborted();
      const chart = chartOf(settings, { table, histories, width });
      if ('reason' in chart) skipped.push(chart);
      else drawn.push(await writeFigure(chart, scale, (name) => out.file(name)));
      progress.add(1, chart.id);
    }
    await writeRecord(out.path('charts'), figureListSchema, {
      schemaVersion: 1,
      figures: drawn,
      skipped,
    });
    return { counts: { charts: drawn.length, skipped: skipped.length } };
  },
});

/** The courses of the members' trainings, by the name of the member. */
async function readHistories(members: readonly StageMember[]): Promise<Histories> {
  const read = members.map(async ({ name, inputs }) => {
    const training = await readRecord(inputs.train.path('training'), trainingSchema, 'train');
    return [name, training.history] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}
