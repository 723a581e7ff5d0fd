import { decimalPlaces, wasRun } from '@deelema/records';
import type { Evaluation } from '@deelema/records';
import { html, measured, number, percent, section, table, withSymbols } from '@deelema/pages';
import type { Html, Section } from '@deelema/pages';
import { NOT_RUN } from './not-run.ts';

type Published = NonNullable<Evaluation['published']>;

/** Float64 holds no more digits after the point than a mass in GeV needs. */
const MOST_PLACES = 6;

/** Our numbers and those of a publication, side by side; nothing where none was given. */
export function published(evaluation: Evaluation): Section | null {
  const { published } = evaluation;
  if (published === null) return null;
  const { source, numbers } = published;
  const columns = [
    'Quantity',
    'Ours',
    'Published',
    'Ours − published',
    'in %',
    'in errors of ours',
  ];
  return section(
    'published',
    'Beside the publication',
    html`${table(
        'published-table',
        html`Ours beside those of ${source}`,
        columns,
        numbers.map((entry) => row(entry, evaluation))
      )}
      <p>
        The publication’s numbers are shown beside ours and never used: nothing else on this page
        depends on them. The last column counts standard errors of ours alone; a dash stands where
        none is known.
      </p>`
  );
}

function row(entry: Published['numbers'][number], evaluation: Evaluation): (string | Html)[] {
  const { quantity, title, unit, value, ours, error, difference, relative, sigmas } = entry;
  const places = decimalPlaces(error);
  return [
    html`${withSymbols(title)}${unit === '' ? null : ` [${unit}]`}`,
    wasRun(quantity, evaluation) ? measured({ value: ours, error }) : NOT_RUN,
    number(value, placesOf(value)),
    signed(difference, Math.max(places, placesOf(value))),
    percent(relative),
    sigmas === null ? number(null, 0) : html`${signed(sigmas, 1)} σ`,
  ];
}

/** As many places as the publication gives. */
function placesOf(value: number): number {
  const [, decimals = ''] = String(value).split('.');
  return Math.min(MOST_PLACES, decimals.length);
}

function signed(value: number | null, places: number): Html {
  return html`${value !== null && value > 0 ? '+' : null}${number(value, places)}`;
}
