import { writeFigure } from '@deelema/plots';
import { evaluationSchema, figureListSchema, readRecord, writeRecord } from '@deelema/records';
import { defineStage } from '@deelema/stage';
import { config } from './config.mjs';
import { figuresOf } from './figures.ts';

/** Draws the figures of an evaluation, each with its data and its specification, and lists them in `figures.json`. */
export const stage = defineStage({
  name: 'figures',
  config,
  async run({ config: { width, scale }, inputs, out, progress, signal }) {
    const evaluation = await readRecord(
      inputs.evaluate.path('evaluation'),
      evaluationSchema,
      'evaluate'
    );
    const figures = figuresOf(evaluation, width);
    progress.start('figures', figures.length);
    const drawn = [];
    const skipped = [];
    for (const figure of figures) {
      signal.throwIfAborted();
      if ('reason' in figure) skipped.push(figure);
      else drawn.push(await writeFigure(figure, scale, (name) => out.file(name)));
      progress.add(1, figure.id);
    }
    await writeRecord(out.path('figures'), figureListSchema, {
      schemaVersion: 1,
      figures: drawn,
      skipped,
    });
    return { counts: { figures: drawn.length, skipped: skipped.length } };
  },
});
