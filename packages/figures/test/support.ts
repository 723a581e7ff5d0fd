import { drawSvg, toCsv } from '@deelema/plots';
import type { Figure, SkippedFigure } from '@deelema/plots';
import type { Evaluation } from '@deelema/records';
import { frozenEvaluation } from '../../../test/support/frozen-evaluation.ts';

/** The frozen evaluation as if its source did not know the invisible momenta. */
export function blindEvaluation(): Evaluation {
  return { ...frozenEvaluation(), truth: null };
}

/** The frozen evaluation as if another baseline had written M_T2 only, and measured nothing. */
export function bareEvaluation(): Evaluation {
  const { baselines, histograms, truth, ...others } = frozenEvaluation();
  const none = { m2cc_b: null, m2cc_ab: null };
  return {
    ...others,
    baselines: { ...baselines, ...none },
    histograms: { ...histograms, ...none },
    truth: truth === null ? null : { ...truth, m2cc: null },
    measurements: { likelihood: null, solvability: null },
  };
}

/** The frozen evaluation as if its weights cancelled: nothing divided by their sum is defined. */
export function cancelledEvaluation(): Evaluation {
  const evaluation = frozenEvaluation();
  const { truth } = evaluation;
  if (truth === null) throw new Error('The frozen evaluation knows the truth.');
  const { A, B } = truth.masses;
  const nothing = { mean: null, width: null, median: null, auxiliaryDeviation: null };
  const masses = { A: { ...A, ...nothing }, B: { ...B, ...nothing } };
  return { ...evaluation, sumOfWeights: 0, truth: { ...truth, masses } };
}

export function drawable(figure: Figure | SkippedFigure): Figure {
  if ('reason' in figure) throw new Error(`${figure.id} was skipped: ${figure.reason}`);
  return figure;
}

/** The table of a figure as it is written, a record for each row; no field of it holds a line break. */
export function tableOf(figure: Figure | SkippedFigure): Record<string, string>[] {
  const [head, ...rows] = toCsv(drawable(figure).data).trimEnd().split('\r\n').map(fieldsOf);
  return rows.map((fields) => Object.fromEntries(fields.map((field, i) => [head[i], field])));
}

function fieldsOf(line: string): string[] {
  const fields = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)];
  return fields.map(([, quoted, plain]) => plain ?? quoted.replaceAll('""', '"'));
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
