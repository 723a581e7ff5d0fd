import type { TableMember } from '@deelema/records';

type Published = TableMember['published'];

/** The publications of a table, each once. */
export class Sources {
  readonly #names: readonly string[];

  /** @param rows Members that have numbers of a publication, or null. */
  constructor(rows: readonly { readonly published: Published }[]) {
    this.#names = [...new Set(rows.flatMap(({ published }) => published?.source ?? []))];
  }

  /** @returns What the row of a publication is called, with its number where there are several. */
  title(source: string): string {
    return this.#names.length < 2 ? 'published' : `published (${this.#names.indexOf(source) + 1})`;
  }

  /** @returns The names of the publications as paragraphs of Markdown; none without one. */
  paragraphs(): string[] {
    const [first, ...others] = this.#names.map((name) => name.replace(/\s+/g, ' '));
    if (first === undefined) return [];
    if (others.length === 0) return [`In italics: the numbers of ${first}.`];
    const list = [first, ...others].map((name, i) => `${i + 1}. ${name}`).join('\n');
    return ['In italics: published numbers, of', list];
  }
}
