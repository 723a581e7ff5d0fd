import type { Table } from '@deelema/records';

/**
 * The table as comma-separated values: one line per member.
 *
 * Columns: `member`, the axes, every quantity, and behind it `<quantity>.error` if any member has one. A number that is
 * not known is empty. Labels and names hold no comma, see the names of members and axes.
 *
 * @param table The table.
 * @returns Lines, the first with the names of the columns.
 */
export function toCsv({ axes, quantities, members }: Table): string {
  const columns = quantities.flatMap(({ name }) => {
    const hasError = members.some(({ numbers }) => numbers[name].error !== null);
    const value = { title: name, name, part: 'value' as const };
    return hasError ? [value, { title: `${name}.error`, name, part: 'error' as const }] : [value];
  });
  const axisNames = axes.map(({ name }) => name);
  const head = ['member', ...axisNames, ...columns.map(({ title }) => title)];
  const rows = members.map((member) => [
    member.name,
    ...axisNames.map((axis) => member.labels[axis] ?? ''),
    ...columns.map(({ name, part }) => member.numbers[name][part] ?? ''),
  ]);
  return [head, ...rows].map((cells) => `${cells.join(',')}\n`).join('');
}
