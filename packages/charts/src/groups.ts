import { count } from '@deelema/plots';
import type { Table, TableGroup, TableMember } from '@deelema/records';
import type { ChartSettings, ChartSource } from './chart.ts';
import { membersText } from './text.ts';

type OfNumbers = Exclude<ChartSettings, { kind: 'training' }>;

/**
 * What a chart of groups is drawn of: each group in the place of a member, the means as its numbers and the spreads as
 * their errors.
 *
 * @param settings The chart.
 * @param source The table of the study.
 * @returns A reason, if the table has no groups that the chart could show.
 */
export function sourceOfGroups(
  settings: OfNumbers,
  source: ChartSource
): ChartSource | { readonly reason: string } {
  const { groups } = source.table;
  if (groups === null) {
    return { reason: 'The table has no groups of members: collect.over names no axis.' };
  }
  const { over } = groups;
  if (axesOf(settings).includes(over)) {
    const reason = `The groups of the table are over ${over}, which the chart is to tell apart.`;
    return { reason };
  }
  return { ...source, table: { ...source.table, members: groups.groups.map(asMember) } };
}

/** The axes that a chart tells members apart by, or chooses them. */
function axesOf(settings: OfNumbers): readonly string[] {
  const named = settings.kind === 'curve' ? [settings.x, settings.split] : (settings.rows ?? []);
  return [...Object.keys(settings.where), ...named.flatMap((axis) => axis ?? [])];
}

function asMember({ name, labels, numbers, published }: TableGroup): TableMember {
  const entries = Object.entries(numbers).map(([quantity, { mean, spread }]) => {
    return [quantity, { value: mean, error: spread }] as const;
  });
  return { name, labels, sample: '', numbers: Object.fromEntries(entries), published };
}

/** @returns What the bars are, as a sentence. */
export function barsText({ groups }: Table, over: boolean): string {
  return over && groups !== null
    ? `Points: means over ${groups.over}; bars: the spread, the standard deviation from one member to the next.`
    : 'Bars: standard errors, where they are known.';
}

/**
 * Which members are shown.
 *
 * @param shown The members, or the groups in their place.
 * @param table The table.
 * @param over Whether they are groups.
 * @returns E.g. `3 members of the study spectra`, `2 groups of 5 members of the study spectra`.
 */
export function shownText(
  shown: readonly TableMember[],
  { study, groups }: Table,
  over: boolean
): string {
  if (!over || groups === null) return membersText(shown.length, study);
  const names = shown.map(({ name }) => name);
  const sizes = groups.groups
    .filter(({ name }) => names.includes(name))
    .map(({ members }) => members);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const members = least === most ? count(most, 'member') : `${least} to ${most} members`;
  return `${count(shown.length, 'group')} of ${members} of the study ${study}`;
}
