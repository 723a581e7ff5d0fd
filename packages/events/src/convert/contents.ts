import { arrowContents } from '../arrow/contents.ts';
import { columnDefinition } from '../columns/schema.ts';
import { csvContents } from '../csv/contents.ts';
import { checkContent } from './check-content.ts';
import { eventFormat } from './format.ts';
import type { EventFormat } from './format.ts';
import type { TableContents } from './table-contents.ts';

/** Formats whose columns may have any names. */
const LISTERS: Partial<Record<EventFormat, (path: string) => Promise<TableContents[]>>> = {
  arrow: arrowContents,
  csv: csvContents,
  parquet: async (path) => (await import('../parquet/contents.ts')).parquetContents(path),
  root: async (path) => (await import('../root/contents.ts')).rootContents(path),
};

/**
 * Lists the columns of a file that cannot be read as events without a column map, for it has no columns
 * under our names but perhaps `event` and `weight`.
 *
 * @param path A file of any format.
 * @param tree Name of a tree: only this one is listed; all if omitted.
 * @returns Its tables, columns and first rows; undefined if there are columns of ours, no such tree, or if the
 *  columns of the format have fixed names.
 * @throws InputError if the file is damaged or of no known format.
 */
export async function listForeign(
  path: string,
  tree?: string
): Promise<readonly TableContents[] | undefined> {
  const format = eventFormat(path);
  const list = LISTERS[format];
  if (list === undefined) return undefined;
  await checkContent(path, format);
  const all = await list(path);
  const tables = tree === undefined ? all : all.filter(({ name }) => name === tree);
  return tables.length === 0 || tables.some(isOurs) ? undefined : tables;
}

/** Whether there is anything to read of a table, besides a number and a weight for each event. */
function isOurs({ columns }: TableContents): boolean {
  return hasEventColumns(columns.map(({ name }) => name));
}

/**
 * Whether there is a column of ours besides `event` and `weight`, which others use, too.
 *
 * @param names Column names.
 */
export function hasEventColumns(names: readonly string[]): boolean {
  return names.some(
    (name) => columnDefinition(name) !== undefined && !['event', 'weight'].includes(name)
  );
}
