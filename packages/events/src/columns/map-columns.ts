import type { Column } from './column.ts';

/**
 * Makes new columns of all columns, e.g. to select events.
 *
 * @param columns Column by name.
 * @param change Makes one column of another.
 * @returns The new columns under the old names, in the old order.
 */
export function mapColumns(
  columns: Readonly<Record<string, Column>>,
  change: (column: Column, name: string) => Column
): Record<string, Column> {
  const changed: Record<string, Column> = {};
  for (const [name, column] of Object.entries(columns)) changed[name] = change(column, name);
  return changed;
}
