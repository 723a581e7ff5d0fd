import { InputError } from '@deelema/events';
import type { Table } from '@deelema/records';
import type { TableSettings } from '../content.ts';
import type { Row } from './rows.ts';

/** What tells the rows of a table apart. */
export interface Headings {
  /** Above them: the axes, or what a row is. */
  readonly columns: readonly string[];
  /** As many for each row. */
  readonly rows: readonly (readonly string[])[];
}

/**
 * The headings of rows: their labels on the axes asked for, or on all that vary among them.
 *
 * @param settings Of the table.
 * @param axes Of the study.
 * @param rows Of the table; one without labels is headed by its name.
 * @throws InputError if two rows would have the same heading.
 */
export function headingsOf(
  settings: TableSettings,
  axes: Table['axes'],
  rows: readonly Row[]
): Headings {
  const shown = settings.rows ?? varying(axes, rows);
  if (shown.length === 0) {
    const what = rows.every(({ members }) => members === null) ? 'member' : 'group';
    return { columns: [what], rows: rows.map(({ name }) => [name]) };
  }
  const cells = rows.map(({ name, labels }) =>
    shown.some((axis) => Object.hasOwn(labels, axis))
      ? shown.map((axis) => (Object.hasOwn(labels, axis) ? labels[axis] : ''))
      : shown.map((_, i) => (i === 0 ? name : ''))
  );
  checkDistinct(settings, rows, cells);
  return { columns: shown, rows: cells };
}

function varying(axes: Table['axes'], rows: readonly Row[]): string[] {
  return axes
    .map(({ name }) => name)
    .filter((axis) => new Set(rows.map(({ labels }) => labels[axis])).size > 1);
}

function checkDistinct(
  { title }: TableSettings,
  rows: readonly Row[],
  cells: readonly (readonly string[])[]
): void {
  const places = cells.map((labels) => JSON.stringify(labels));
  const second = places.findIndex((place, i) => places.indexOf(place) !== i);
  if (second < 0) return;
  const first = places.indexOf(places[second]);
  const sentence = `summary: the rows of ${rows[first].name} and ${rows[second].name} in the table "${title}" have the same heading: name a further axis under "rows", or choose members by "where".`;
  throw new InputError(sentence, { exitCode: 2 });
}
