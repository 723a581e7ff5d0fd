import type { Table, TableMember } from '@deelema/records';
import { columnTitle, formatGroup, formatNumber, formatPublished, NOTHING } from './format.ts';
import { Sources } from './sources.ts';

type Columns = Table['quantities'];

/**
 * The table as Markdown, for readers: one line per member, and a second table with one per group. Below stand the
 * numbers of a publication in italics.
 *
 * @param table The table.
 * @param shown The quantities to show, in this order; one that nobody has a number of is left out.
 * @returns Text with a heading and notes.
 */
export function toMarkdown(table: Table, shown: readonly string[]): string {
  const { study, members, groups } = table;
  const columns = shown
    .flatMap((name) => table.quantities.filter((quantity) => quantity.name === name))
    .filter(({ name }) => members.some((member) => hasNumber(member, name)));
  const sources = new Sources(members.filter(({ published }) => isShown(published, columns)));
  const ofGroups = groups === null ? [] : groupParts(groups, columns, sources);
  const parts = [`# ${study}`, memberTable(members, columns, sources), NOTE, ...ofGroups];
  return [...parts, ...sources.paragraphs(), FILES].map((part) => `${part}\n`).join('\n');
}

const NOTE = `Behind ± stands the standard error, where one is known; ${NOTHING} is no number.`;

const FILES = 'All numbers: `table.json`, `table.csv`.';

function hasNumber({ numbers, published }: TableMember, name: string): boolean {
  return numbers[name].value !== null || Object.hasOwn(published?.values ?? {}, name);
}

function memberTable(members: readonly TableMember[], columns: Columns, sources: Sources): string {
  const rows = members.flatMap(({ name, numbers, published }) => [
    [name, ...columns.map((column) => formatNumber(numbers[column.name], column))],
    ...publishedRows(published, columns, sources, []),
  ]);
  return markdownTable(['member', ...columns.map(columnTitle)], rows);
}

function groupParts(
  { over, groups }: NonNullable<Table['groups']>,
  columns: Columns,
  sources: Sources
): string[] {
  const rows = groups.flatMap((group) => [
    [group.name, String(group.members), ...columns.map((column) => formatGroup(group, column))],
    ...publishedRows(group.published, columns, sources, ['']),
  ]);
  const head = ['group', 'members', ...columns.map(columnTitle)];
  return [
    `## Mean ± spread over ${over}`,
    markdownTable(head, rows),
    `Here behind ± stands the spread: the standard deviation (n − 1) from one member to the next. The standard error of the mean is smaller, by √n. Where fewer members have the number, their number stands in brackets.`,
  ];
}

/** The row of a publication; none if it has no number of the columns. */
function publishedRows(
  published: TableMember['published'],
  columns: Columns,
  sources: Sources,
  between: readonly string[]
): string[][] {
  if (published === null || !isShown(published, columns)) return [];
  const cells = columns.map(({ name }) => formatPublished(published.values[name]));
  return [[`*${sources.title(published.source)}*`, ...between, ...cells]];
}

function isShown(published: TableMember['published'], columns: Columns): boolean {
  const values = published?.values ?? {};
  return columns.some(({ name }) => Object.hasOwn(values, name));
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, i) => (i === 0 ? '---' : '---:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
