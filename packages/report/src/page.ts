import type { Evaluation, FigureList } from '@deelema/records';
import { count, figures, html, pageShell } from '@deelema/pages';
import type { DrawnFigure, Making } from '@deelema/pages';
import { baselines } from './sections/baselines.ts';
import { making } from './sections/making.ts';
import { headline } from './sections/headline.ts';
import { eventMasses } from './sections/masses.ts';
import { methods } from './sections/methods.ts';
import { momenta } from './sections/momenta.ts';
import { pairing } from './sections/pairing.ts';
import { published } from './sections/published.ts';

/** What a page is made of. */
export interface PageContent {
  readonly title: string;
  /** The pipeline, e.g. `toy-ec20`. */
  readonly project: string;
  readonly evaluation: Evaluation;
  readonly figures: readonly DrawnFigure[];
  readonly skipped: FigureList['skipped'];
  /** How the stages made what is shown, in the order of the data's way. */
  readonly stages: readonly Making[];
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
export function page(content: PageContent): string {
  const { title, project, evaluation, figures: drawn, skipped, stages } = content;
  const { sample, events, split } = evaluation;
  return pageShell({
    title,
    description: `Masses of particles from ${events} events with invisible particles, by DeeLeMa and by other methods: numbers, figures and how they were made.`,
    lead: html`${sample === '' ? null : html`<bdi>${sample}</bdi> · `}${count(events)} events
    ${SPLITS[split]}`,
    sections: [
      headline(evaluation),
      methods(evaluation),
      published(evaluation),
      eventMasses(evaluation),
      baselines(evaluation),
      pairing(evaluation),
      momenta(evaluation),
      figures(drawn, skipped),
      making(evaluation, project, stages),
    ],
    footer: html`Masses and momenta in GeV, with <var>c</var> = 1. Method: DeeLeMa, Phys. Rev.
      Research 5, 043186 (2023).`,
  });
}
