import type { Evaluation } from '@deelema/records';
import type { FigureList } from '@deelema/records';
import { Html, STYLE, count, figures, html } from '@deelema/pages';
import type { DrawnFigure } from '@deelema/pages';
import { baselines } from './sections/baselines.ts';
import { making } from './sections/making.ts';
import { headline } from './sections/headline.ts';
import { eventMasses } from './sections/masses.ts';
import { methods } from './sections/methods.ts';
import { momenta } from './sections/momenta.ts';
import { pairing } from './sections/pairing.ts';

/** What a page is made of. */
export interface PageContent {
  readonly title: string;
  /** The pipeline, e.g. `toy-ec20`. */
  readonly project: string;
  readonly evaluation: Evaluation;
  readonly figures: readonly DrawnFigure[];
  readonly skipped: FigureList['skipped'];
}

const SPLITS: Readonly<Record<Evaluation['split'], string>> = {
  train: 'of the training split',
  validation: 'of the validation split',
  test: 'of the test split',
  all: 'of all splits',
};

/**
 * The report: one page that needs nothing but itself.
 *
 * @param content What it tells; all text is escaped.
 * @returns HTML, the same bytes for the same content.
 */
export function page({ title, project, evaluation, figures: drawn, skipped }: PageContent): string {
  const { sample, events, split } = evaluation;
  const { source } = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${new Html(STYLE)}
        </style>
      </head>
      <body>
        <header>
          <h1>${title}</h1>
          <p class="lead">
            ${sample === '' ? null : html`${sample} · `}${count(events)} events ${SPLITS[split]}
          </p>
        </header>
        <main>
          ${headline(evaluation)} ${methods(evaluation)} ${eventMasses(evaluation)}
          ${baselines(evaluation)} ${pairing(evaluation)} ${momenta(evaluation)}
          ${figures(drawn, skipped)} ${making(evaluation, project)}
        </main>
        <footer>
          Masses and momenta in GeV, with <var>c</var> = 1. Method: DeeLeMa, Phys. Rev. Research 5,
          043186 (2023).
        </footer>
      </body>
    </html> `;
  return `${source.trim()}\n`;
}
