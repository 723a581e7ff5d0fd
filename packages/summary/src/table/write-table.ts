import { count, html, type Content, type Html } from '@deelema/pages';
import { difference, ours, theirs } from './cells.ts';
import { publishes, type PageTable } from './make-table.ts';
import { sourceHeading } from './sources.ts';
import type { Row } from './rows.ts';
import { heading } from './words.ts';

/** Headings of rows are text, which is read from the left. */
const LEFT = html`style="text-align: left; vertical-align: top"`;

/**
 * A table of ours, with the numbers of a publication below each row that has some.
 *
 * @param table The table.
 * @param caption What its numbers are.
 */
export function writeTable(table: PageTable, caption: Content): Html {
  const { id, headings, columns, rows } = table;
  const head = [
    ...headings.columns.map((title) => html`<th scope="col" ${LEFT}>${title}</th>`),
    table.over === null ? null : html`<th scope="col">members</th>`,
    table.compares ? html`<th scope="col" ${LEFT}>numbers</th>` : null,
    ...columns.map((column) => html`<th scope="col">${heading(column)}</th>`),
  ];
  return html`<p class="caption" id="${id}-caption">${caption}</p>
    <div class="wide" role="region" aria-labelledby="${id}-caption" tabindex="0">
      <table aria-labelledby="${id}-caption">
        <thead>
          <tr>
            ${head}
          </tr>
        </thead>
        ${rows.map((row, i) => writeRow(table, row, headings.rows[i]))}
      </table>
    </div>`;
}

/** A row of ours, and below it what a publication says. */
function writeRow(table: PageTable, row: Row, labels: readonly string[]): Html {
  const { columns, compares } = table;
  const cells = columns.map((column) => ours(row.find(column.name), column, row.members));
  const published = compares && publishes(row, columns) ? row.published : null;
  const lines = [
    line(compares ? 'ours' : null, cells, leading(table, row, labels, published ? 3 : 1)),
  ];
  if (published !== null) {
    const given = columns.map((column) => ({ column, value: own(published.values, column.name) }));
    const yardstick = row.members === null ? 'σ' : 's';
    lines.push(
      line(
        sourceHeading(table, published.source),
        given.map(({ column, value }) => theirs(value, column))
      ),
      line(
        'difference',
        given.map(({ column, value }) => difference(row.find(column.name), value, yardstick))
      )
    );
  }
  return html`<tbody>
    ${lines}
  </tbody>`;
}

/** The headings of all lines of a row. */
function leading(
  { over, compares }: PageTable,
  { members }: Row,
  labels: readonly string[],
  lines: number
): Html {
  const scope = compares ? 'rowgroup' : 'row';
  const span = lines > 1 ? html`rowspan="${lines}"` : null;
  const heads = labels.map((label) =>
    label === ''
      ? html`<td ${span}></td>`
      : html`<th scope="${scope}" ${span} ${LEFT}>${label}</th>`
  );
  const size = members === null ? '' : count(members);
  return html`${heads}${over === null ? null : html`<td ${span} ${LEFT}>${size}</td>`}`;
}

function line(what: string | null, cells: readonly Html[], before: Html | null = null): Html {
  return html`<tr>
    ${before}${what === null ? null : html`<th scope="row" ${LEFT}>${what}</th>`}
    ${cells.map((cell) => html`<td>${cell}</td>`)}
  </tr>`;
}

function own(values: Readonly<Record<string, number>>, name: string): number | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}
