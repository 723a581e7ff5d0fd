import { publishes, type PageTable } from './make-table.ts';

/** The publications that a table has numbers of, each once. */
export function sourcesOf({ rows, columns, compares }: PageTable): string[] {
  if (!compares) return [];
  const sources = rows.filter((row) => publishes(row, columns)).map((row) => row.published?.source);
  return [...new Set(sources)].filter((source) => source !== undefined);
}

/** What heads the numbers of a publication: its number where there are several. */
export function sourceHeading(table: PageTable, source: string): string {
  const all = sourcesOf(table);
  return all.length < 2 ? 'published' : `published (${all.indexOf(source) + 1})`;
}
