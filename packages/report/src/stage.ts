import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defineStage } from '@deelema/stage';
import { config } from './config.mjs';
import type { DrawnFigure } from '@deelema/pages';
import { page } from './page.ts';
import { evaluationSchema, type FigureList, figureListSchema, readRecord } from '@deelema/records';

/** Writes one self-contained HTML page: masses, momenta, baselines, figures, and how they were made. */
export const stage = defineStage({
  name: 'report',
  config,
  async run({ config: { title }, inputs, out, project }) {
    const path = inputs.evaluate.path('evaluation');
    const evaluation = await readRecord(path, evaluationSchema, 'evaluate');
    const list = await readRecord(inputs.figures.path('figures'), figureListSchema, 'figures');
    const content = {
      title: title ?? `DeeLeMa: ${project}`,
      project,
      evaluation,
      figures: await readDrawings(inputs.figures.dir, list),
      skipped: list.skipped,
    };
    await writeFile(out.path('report'), page(content));
    return { counts: { figures: list.figures.length } };
  },
});

async function readDrawings(dir: string, { figures }: FigureList): Promise<DrawnFigure[]> {
  return Promise.all(
    figures.map(async ({ id, title, caption, svg }) => {
      const drawing = (await readFile(join(dir, svg), 'utf8')).trim();
      return { id, title, caption, drawing };
    })
  );
}
