import type { FigureList } from '@deelema/records';
import type { DrawnFigure } from './drawn-figure.ts';
import { Html, html } from './html.ts';

/** The figures, inline, and those that could not be drawn. */
export function figures(drawn: readonly DrawnFigure[], skipped: FigureList['skipped']): Html {
  return html`<section aria-labelledby="figures">
    <h2 id="figures">Figures</h2>
    ${drawn.map(figure)}
    ${skipped.map(({ title, reason }) => html`<p>Not drawn: ${title}. ${reason}</p>`)}
  </section>`;
}

function figure({ id, title, caption, drawing }: DrawnFigure, index: number): Html {
  return html`<figure id="figure-${id}">
    <div class="wide" role="region" aria-label="${title}" tabindex="0">${new Html(drawing)}</div>
    <figcaption><strong>Figure ${index + 1}.</strong> ${caption}</figcaption>
  </figure>`;
}
