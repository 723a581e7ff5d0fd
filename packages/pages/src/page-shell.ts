import { readFileSync } from 'node:fs';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { Html, html } from './html.ts';
import type { Content } from './html.ts';
import type { Section } from './section.ts';
import { STYLE } from './style.ts';

/** What a page is made of. */
export interface Page {
  readonly title: string;
  /** What the page tells, in one sentence without markup. */
  readonly description: string;
  /** Below the title. */
  readonly lead: Content;
  /** In their order; null leaves no trace. */
  readonly sections: readonly (Section | null)[];
  readonly footer: Content;
}

/** The scripts of every page; all but reading values off and saving drawings goes without. */
const SCRIPTS = ['readout', 'save-drawing'].map((name) =>
  readFileSync(new URL(`./browser/${name}.mjs`, import.meta.url), 'utf8').replace(
    /^\/\/# sourceMappingURL=.*$/m,
    ''
  )
);

/** The scripts with their tags: outside of templates, so that no formatter changes what the policy allows. */
const SCRIPT_ELEMENTS = SCRIPTS.map(
  (script) => new Html(`<script type="module">${script}</script>\n`)
);

/**
 * A page that needs nothing but itself: style and scripts stand in it, and its policy forbids the browser to load
 * anything, or to run other scripts.
 *
 * @param page What it tells; all text is escaped.
 * @returns HTML, the same bytes for the same content.
 */
export function pageShell({ title, description, lead, sections, footer }: Page): string {
  const shown = sections.filter((section) => section !== null);
  const { source } = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(SCRIPTS)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <meta name="description" content="${description}" />
        <style>
          ${new Html(STYLE)}
        </style>
      </head>
      <body>
        <a class="skip" href="#content">Skip to the content</a>
        <header>
          <h1>${title}</h1>
          <p class="lead">${lead}</p>
        </header>
        ${contents(shown)}
        <main id="content" tabindex="-1">${shown}</main>
        <footer>${footer}</footer>
        ${SCRIPT_ELEMENTS}
      </body>
    </html> `;
  return `${source.trim()}\n`;
}

function contents(sections: readonly Section[]): Html {
  const links = sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`);
  return html`<nav aria-label="Contents">
    <ul>
      ${links}
    </ul>
  </nav>`;
}
