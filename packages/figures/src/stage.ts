import { writeFile } from 'node:fs/promises';
import { defineStage } from '@deelema/stage';
import { config } from './config.mjs';
import { figuresOf } from './figures.ts';
import type { Figure } from './figures/figure.ts';
import { evaluationSchema, figureListSchema, readRecord, writeRecord } from '@deelema/records';
import { paintPng } from './render/png.ts';
import { drawSvg } from './render/svg.ts';

/** Draws the figures of an evaluation: an SVG and a PNG each, and `figures.json`, the list of them. */
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
      else drawn.push(await draw(figure, scale, (name) => out.file(name)));
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

async function draw(figure: Figure, scale: number, file: (name: string) => string) {
  const { id, title, caption, spec } = figure;
  const { svg, width, height } = await drawSvg(id, title, spec);
  await writeFile(file(`${id}.svg`), svg);
  await writeFile(file(`${id}.png`), paintPng(svg, scale));
  return { id, title, caption, svg: `${id}.svg`, png: `${id}.png`, width, height };
}
