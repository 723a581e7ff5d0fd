import { writeFile } from 'node:fs/promises';
import { readFigures, readMaking } from '@deelema/pages';
import { evaluationSchema, figureListSchema, readRecord } from '@deelema/records';
import { defineStage } from '@deelema/stage';
import { config } from './config.mjs';
import { page } from './page.ts';

/** Writes one self-contained HTML page: masses, momenta, baselines, figures, and how they were made. */
export const stage = defineStage({
  name: 'report',
  config,
  async run({ config: { title }, inputs, makings = [], out, project }) {
    const path = inputs.evaluate.path('evaluation');
    const evaluation = await readRecord(path, evaluationSchema, 'evaluate');
    const list = await readRecord(inputs.figures.path('figures'), figureListSchema, 'figures');
    const { dir } = inputs.figures;
    const stages = await Promise.all(makings.map((made) => readMaking(made)));
    const content = {
      title: title ?? `DeeLeMa: ${project}`,
      project,
      evaluation,
      figures: await readFigures({ dir, project, folder: 'figures' }, list),
      skipped: list.skipped,
      stages: stages.filter((made) => made !== null),
    };
    await writeFile(out.path('report'), page(content));
    return { counts: { figures: list.figures.length } };
  },
});
