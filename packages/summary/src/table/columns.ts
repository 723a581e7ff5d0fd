import { InputError } from '@deelema/events';
import type { Quantity, Table } from '@deelema/records';
import { suggest } from '@deelema/workflow';
import type { TableSettings } from '../content.ts';
import type { Row } from './rows.ts';

/** What a table shows if nobody says, in this order. */
const USUAL = [
  /^truth\.m\w+\.median$/,
  /^auxiliary\./,
  /^deviation\./,
  /^pairing\.efficiency$/,
  /^likelihood\./,
  /^solvability\./,
];

/**
 * The columns of a table.
 *
 * @param settings Those asked for are all shown, whether a row has a number or not.
 * @param table Where their words stand.
 * @param rows Of the table.
 * @throws InputError if `table.json` has no quantity of that name.
 */
export function columnsOf(
  { title, columns }: TableSettings,
  { quantities }: Table,
  rows: readonly Row[]
): Quantity[] {
  const names = quantities.map(({ name }) => name);
  const byName = new Map(quantities.map((quantity) => [quantity.name, quantity]));
  return (columns ?? usual(names, rows)).map((name) => {
    const quantity = byName.get(name);
    if (quantity !== undefined) return quantity;
    const sentence = `summary: the table "${title}" asks for ${name}, and table.json has no such quantity.${suggest(name, names)}`;
    throw new InputError(sentence, { exitCode: 2 });
  });
}

function usual(names: readonly string[], rows: readonly Row[]): string[] {
  const published = rows.flatMap((row) => Object.keys(row.published?.values ?? {}));
  const shown = USUAL.flatMap((pattern) => names.filter((name) => pattern.test(name)));
  return [...new Set([...shown, ...published.filter((name) => names.includes(name))])].filter(
    (name) => rows.some(({ find }) => find(name).value !== null)
  );
}
