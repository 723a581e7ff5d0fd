import type { Quantity } from '@deelema/records';

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
 * @param quantities All quantities of the table.
 * @returns Their names.
 */
export function shownByDefault(quantities: readonly Quantity[]): string[] {
  const names = quantities.map(({ name }) => name);
  return SHOWN.flatMap((pattern) => names.filter((name) => pattern.test(name)));
}
