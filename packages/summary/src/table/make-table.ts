import type { Quantity } from '@deelema/records';
import type { Content, TableSettings } from '../content.ts';
import { columnsOf } from './columns.ts';
import { headingsOf, type Headings } from './headings.ts';
import { rowsOf, type Row } from './rows.ts';

/** A table of the page before it is written. */
export interface PageTable {
  /** Names it within the page. */
  readonly id: string;
  readonly settings: TableSettings;
  readonly columns: readonly Quantity[];
  readonly rows: readonly Row[];
  readonly headings: Headings;
  /** The axis that its groups are spread over; null where rows are members. */
  readonly over: string | null;
  /** Whether rows of a publication stand below ours. */
  readonly compares: boolean;
}

/**
 * The tables that the page begins with.
 *
 * @throws InputError if what the settings ask for is not in the table of the study.
 */
export function makeTables(content: Content): PageTable[] {
  return content.settings.tables.map((settings, i) => {
    const rows = rowsOf(settings, content);
    const columns = columnsOf(settings, content.table, rows);
    const { axes, groups } = content.table;
    const grouped = rows.some(({ members }) => members !== null);
    return {
      id: `table-${i + 1}`,
      settings,
      columns,
      rows,
      headings: headingsOf(settings, axes, rows),
      over: grouped && groups !== null ? groups.over : null,
      compares: settings.published && rows.some((row) => publishes(row, columns)),
    };
  });
}

/** @returns Whether a publication gives one of the numbers in these columns. */
export function publishes({ published }: Row, columns: readonly Quantity[]): boolean {
  const values = published?.values ?? {};
  return columns.some(({ name }) => Object.hasOwn(values, name));
}

/** @returns Whether a table shows a quantity of a member or group. */
export function shows({ rows, columns }: PageTable, row: string, quantity: string): boolean {
  return rows.some(({ name }) => name === row) && columns.some(({ name }) => name === quantity);
}
