import { readFileSync } from 'node:fs';
import { evaluationSchema } from '@deelema/records';
import type { Evaluation } from '@deelema/records';
import type { Figure, SkippedFigure } from '../src/figures/figure.ts';
import { drawSvg } from '../src/render/svg.ts';

/**
 * A small evaluation, frozen: what the evaluate stage wrote for 400 antler events of the toy masses
 * of PRR 5, 043186, every fifth exchanged, predictions smeared by 60 GeV.
 */
export function fixture(): Evaluation {
  const path = new URL('../../../test/reference/evaluation.json', import.meta.url);
  return evaluationSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** The same events as if their source did not know the invisible momenta. */
export function blindFixture(): Evaluation {
  return { ...fixture(), truth: null };
}

export function drawable(figure: Figure | SkippedFigure): Figure {
  if ('reason' in figure) throw new Error(`${figure.id} was skipped: ${figure.reason}`);
  return figure;
}

/** A figure's SVG, and the words in it. */
export async function draw(figure: Figure | SkippedFigure) {
  const { id, title, spec } = drawable(figure);
  const drawing = await drawSvg(id, title, spec);
  return { ...drawing, texts: textsOf(drawing.svg) };
}

/** The content of every text element, without the markup inside. */
function textsOf(svg: string): string[] {
  return [...svg.matchAll(/<text\b[^>]*>(.*?)<\/text>/g)].map(([, content]) =>
    content.replace(/<[^>]*>/g, '')
  );
}

/** An SVG with its numbers rounded to whole pixels: what a snapshot should notice. */
export function rounded(svg: string): string {
  return svg
    .replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number)) + 0))
    .replace(/></g, '>\n<');
}
