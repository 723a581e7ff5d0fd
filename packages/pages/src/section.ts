import { Html, html } from './html.ts';
import type { Content } from './html.ts';

/** A part of a page with a heading of its own, which the table of contents leads to. */
export class Section extends Html {
  readonly id: string;
  readonly title: Content;

  constructor(source: string, id: string, title: Content) {
    super(source);
    this.id = id;
    this.title = title;
  }
}

/**
 * A section of a page.
 *
 * @param id Names the section within the page.
 * @param title Its heading.
 * @param body What stands below the heading.
 */
export function section(id: string, title: Content, body: Content): Section {
  const { source } = html`<section aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    ${body}
  </section>`;
  return new Section(source, id, title);
}
