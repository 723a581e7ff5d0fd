import { checkSteps, tagsOf, type Scalars } from './scalars.ts';

/**
 * The scalars of a training as CSV (RFC 4180, lines ended by a line feed).
 *
 *     step,loss,m_A
 *     100,0.25,912.5
 *     200,,913
 *
 * Tags stand in the order of first appearance; a cell is empty where a row lacks the tag. Numbers are the shortest
 * decimals that give back the same double; what is not finite is `NaN`, `Infinity` or `-Infinity`.
 *
 * @param rows Rows in the order of their steps.
 * @returns The text; of no rows the header `step` alone.
 * @throws RangeError if a step is not a whole number from 0 or less than the one before.
 */
export function scalarsCsv(rows: readonly Scalars[]): string {
  checkSteps('scalarsCsv', rows);
  const tags = tagsOf(rows);
  const lines = rows.map(({ step, values }) =>
    [step, ...tags.map((tag) => (Object.hasOwn(values, tag) ? values[tag] : ''))].join(',')
  );
  return [['step', ...tags.map(quoted)].join(','), ...lines, ''].join('\n');
}

/** A tag may hold what separates cells. */
function quoted(tag: string): string {
  return /[",\r\n]/.test(tag) ? `"${tag.replaceAll('"', '""')}"` : tag;
}
