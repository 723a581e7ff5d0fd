import type { FigureList } from '@deelema/records';
import type { Download, DrawnFigure } from './drawn-figure.ts';
import { Html, html } from './html.ts';
import { asImage } from './image.ts';
import { section } from './section.ts';
import type { Section } from './section.ts';
import { withSymbols } from './symbols.ts';

/**
 * The figures, inline, with what can be saved of them, and those that could not be drawn.
 *
 * @param drawn The figures; no two of a page may have the same id.
 * @param skipped The others.
 */
export function figures(drawn: readonly DrawnFigure[], skipped: FigureList['skipped']): Section {
  return section(
    'figures',
    'Figures',
    html`${drawn.map(figure)}
    ${skipped.map(({ title, reason }) => html`<p>Not drawn: ${title}. ${reason}</p>`)}`
  );
}

function figure(drawn: DrawnFigure, index: number): Html {
  const { id, title, caption, drawing, panels = [] } = drawn;
  const read = panels.length > 0;
  // The value of an attribute, escaped like all others: there is no JSON among the tags.
  const data = read ? html`data-panels="${JSON.stringify(panels)}"` : null;
  return html`<figure id="figure-${id}" ${data}>
    <div class="wide drawing" role="region" aria-label="${title}" tabindex="0">
      ${new Html(asImage(drawing))}
    </div>
    ${read ? html`<output id="readout-${id}" hidden="hidden"></output>` : null}
    <figcaption><strong>Figure ${index + 1}.</strong> ${withSymbols(caption)}</figcaption>
    ${saving(drawn)}
  </figure>`;
}

function saving({ id, title, downloads = [], name = id, files }: DrawnFigure): Html {
  return html`<p class="saving">
    ${downloads.map(link(title))}
    <button type="button" hidden="hidden" data-save="${name}.svg" aria-label="Save ${title} as SVG">
      SVG
    </button>
    ${files === undefined ? null : html`<span>${files}</span>`}
  </p>`;
}

/** A link that needs no script and no network: the file is its address. */
function link(figureTitle: string): (file: Download) => Html {
  return ({ label, name, mediaType, text }) => {
    const address = `data:${mediaType};charset=utf-8;base64,${Buffer.from(text).toString('base64')}`;
    return html`<a href="${address}" download="${name}" aria-label="${label}: ${figureTitle}"
      >${label}</a
    >`;
  };
}
