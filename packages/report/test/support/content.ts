import type { Evaluation } from '@deelema/records';
import { frozenEvaluation } from '../../../../test/support/frozen-evaluation.ts';
import type { PageContent } from '../../src/page.ts';

/** A drawing as the figures stage makes them, but for its size. */
export const DRAWING =
  '<svg role="img" aria-label="Masses" xmlns="http://www.w3.org/2000/svg" width="10" height="10" ' +
  'viewBox="0 0 10 10"><title>Masses</title><path d="M0,0h9"/></svg>';

export function content(evaluation: Evaluation = frozenEvaluation()): PageContent {
  return {
    title: 'DeeLeMa: toy',
    project: 'toy',
    evaluation,
    figures: [{ id: 'masses', title: 'Masses', caption: 'Masses of B and A.', drawing: DRAWING }],
    skipped: [],
    stages: [],
  };
}

/** The numbers with their full precision in the table row or list item that begins with `heading`. */
export function exactNumbers(html: string, table: string, heading: string): number[] {
  const section = html.slice(html.indexOf(`id="${table}"`));
  const rows = section.slice(0, section.indexOf('</table>')).split('<tr>');
  const row = rows.find((source) => words(source).startsWith(heading)) ?? '';
  return [...row.matchAll(/<data value="([^"]*)">/g)].map(([, value]) => Number(value));
}

/** Text without tags, style and script, its spaces and line breaks folded. */
export function words(html: string): string {
  return html
    .replace(/<(style|script)\b.*?<\/\1>/gs, '')
    .replace(/<[^>]*>/g, '')
    .replace(/[ \n]+/g, ' ')
    .trim();
}
