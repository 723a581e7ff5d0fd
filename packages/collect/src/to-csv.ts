import type { Table, TableGroup, TableMember } from '@deelema/records';

/** A line of the file: a member, or the members of a group together. */
interface Line extends Pick<TableMember, 'name' | 'labels' | 'published'> {
  readonly members: number;
  /** By quantity: what stands in its columns. */
  readonly numbers: Readonly<Record<string, Cells>>;
}

type Part = 'value' | 'error' | 'spread';
type Cells = Readonly<Record<Part, number | null>>;

/**
 * The table as comma-separated values: one line per member, and below these one per group.
 *
 * Columns: `member`, the axes, `members` if there are groups, every quantity, and behind it where any line has one its
 * standard error `<quantity>.error`, of a group that of the mean; the standard deviation from member to member of a
 * group, `<quantity>.spread`; and what a publication says, `<quantity>.published`. A number that is not known is empty.
 * Labels and names hold no comma, see the names of members and axes.
 *
 * @param table The table.
 * @returns Lines, the first with the names of the columns.
 */
export function toCsv({ axes, quantities, members, groups }: Table): string {
  const lines = [...members.map(ofMember), ...(groups?.groups ?? []).map(ofGroup)];
  const columns = quantities.flatMap(({ name }) => columnsOf(name, lines));
  const axisNames = axes.map(({ name }) => name);
  const count = groups === null ? [] : ['members'];
  const head = ['member', ...axisNames, ...count, ...columns.map(({ title }) => title)];
  const rows = lines.map((line) => [
    line.name,
    ...axisNames.map((axis) => line.labels[axis] ?? ''),
    ...count.map(() => line.members),
    ...columns.map(({ read }) => read(line) ?? ''),
  ]);
  return [head, ...rows].map((cells) => `${cells.join(',')}\n`).join('');
}

function ofMember({ name, labels, published, numbers }: TableMember): Line {
  const cells = Object.entries(numbers).map(([quantity, { value, error }]) => {
    return [quantity, { value, error, spread: null }] as const;
  });
  return { name, labels, published, members: 1, numbers: Object.fromEntries(cells) };
}

function ofGroup({ name, labels, published, members, numbers }: TableGroup): Line {
  const cells = Object.entries(numbers).map(([quantity, { mean, meanError, spread }]) => {
    return [quantity, { value: mean, error: meanError, spread }] as const;
  });
  return { name, labels, published, members, numbers: Object.fromEntries(cells) };
}

/** The columns of a quantity: its value, and what any line has besides. */
function columnsOf(name: string, lines: readonly Line[]) {
  const part = (key: Part) => (line: Line) => line.numbers[name][key];
  const value = { title: name, read: part('value') };
  const others = [
    { title: `${name}.error`, read: part('error') },
    { title: `${name}.spread`, read: part('spread') },
    { title: `${name}.published`, read: (line: Line) => line.published?.values[name] ?? null },
  ];
  return [value, ...others.filter(({ read }) => lines.some((line) => read(line) !== null))];
}
