/** A piece of HTML that is safe to put into a page as it stands. */
export class Html {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/** What may stand in a template: text and numbers are escaped, HTML is not, nothing is nothing. */
export type Content = Html | string | number | null | undefined | readonly Content[];

/**
 * HTML with its values escaped, e.g. html`<p>${sample}</p>`.
 *
 * Lists are joined without anything between their items; null and undefined leave no trace.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Html {
  const source = parts.map((part, i) => part + (i < values.length ? render(values[i]) : ''));
  return new Html(source.join(''));
}

function render(content: Content): string {
  if (content === null || content === undefined) return '';
  if (content instanceof Html) return content.source;
  if (typeof content === 'object') return content.map(render).join('');
  return escape(String(content));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]);
}
