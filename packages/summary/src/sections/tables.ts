import { html, section, type Html, type Section } from '@deelema/pages';
import type { PageTable } from '../table/make-table.ts';
import { sourcesOf } from '../table/sources.ts';
import { writeTable } from '../table/write-table.ts';

/** A table of ours under a heading of its own. */
export function tableSection(table: PageTable): Section {
  const { id, settings } = table;
  const note = settings.note === undefined ? null : html`<p>${settings.note}</p>`;
  return section(
    id,
    settings.title,
    html`${writeTable(table, caption(table))}${compared(table)}${note}`
  );
}

/** What stands behind ±. */
function caption({ over }: PageTable): Html {
  return over === null
    ? html`Each row is one member. Behind ± stands the standard error of its number, where it is
      known.`
    : html`Each row is a group of members that differ in ${over} alone: their mean ± spread, the
      standard deviation from one member to the next; one member alone has no spread.`;
}

function compared(table: PageTable): Html | null {
  const [first, ...others] = sourcesOf(table);
  if (first === undefined) return null;
  const yardstick =
    table.over === null ? 'σ, standard errors of our number' : 's, spreads of our numbers';
  const sources =
    others.length === 0
      ? html`${first}`
      : [first, ...others].map((source, i) => html`${i > 0 ? '; ' : null}(${i + 1}) ${source}`);
  return html`<p>
    Published: ${sources}. The difference is ours − published, in percent of the published number,
    and in brackets in ${yardstick}; the error of the publication is not in it.
  </p>`;
}
