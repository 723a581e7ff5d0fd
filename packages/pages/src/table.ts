import { html } from './html.ts';
import type { Content, Html } from './html.ts';

/**
 * A table with one heading per column and one per row.
 *
 * Where the page is narrow it scrolls sideways by itself, also with the keyboard, and its caption
 * stays in sight.
 *
 * @param id Names the table within the page.
 * @param caption What the table shows.
 * @param columns Headings of the columns, the first one above the row headings.
 * @param rows Cells, the first of each row its heading.
 */
export function table(
  id: string,
  caption: Content,
  columns: readonly Content[],
  rows: readonly (readonly Content[])[]
): Html {
  const head = columns.map((column) => html`<th scope="col">${column}</th>`);
  const body = rows.map(
    ([heading, ...cells]) =>
      html`<tr>
        <th scope="row">${heading}</th>
        ${cells.map((cell) => html`<td>${cell}</td>`)}
      </tr>`
  );
  return html`<p class="caption" id="${id}">${caption}</p>
    <div class="wide" role="region" aria-labelledby="${id}" tabindex="0">
      <table aria-labelledby="${id}">
        <thead>
          <tr>
            ${head}
          </tr>
        </thead>
        <tbody>
          ${body}
        </tbody>
      </table>
    </div>`;
}
