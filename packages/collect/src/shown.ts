import type { Table } from '@deelema/records';

/** What stands in `table.md` if nobody says, in this order. */
const SHOWN = [
  /^truth\.m\w+\.median$/,
  /^auxiliary\./,
  /^pairing\.efficiency$/,
  /^likelihood\./,
  /^solvability\./,
  /^endpoint\.m2cc_ab$/,
  /^endpoint\.m2cc_b$/,
];

/**
 * The columns of `table.md` if nobody asks for others.
 *
 * @param table All quantities of the table, and what publications have numbers of.
 * @returns Their names.
 */
export function shownByDefault({
  quantities,
  members,
}: Pick<Table, 'quantities' | 'members'>): string[] {
  const names = quantities.map(({ name }) => name);
  const usual = SHOWN.flatMap((pattern) => names.filter((name) => pattern.test(name)));
  const published = names.filter((name) =>
    members.some((member) => Object.hasOwn(member.published?.values ?? {}, name))
  );
  return [...new Set([...usual, ...published])];
}
