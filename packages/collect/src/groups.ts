import { isDeepStrictEqual } from 'node:util';
import type { TableGroup, TableMember } from '@deelema/records';

/** What a group is called whose members share no label. */
const NO_LABELS = 'all';

/**
 * Members that differ in one axis alone, and what they have on average.
 *
 * @param over The axis.
 * @param members The rows of a table. A member without the axis is in no group.
 * @returns In the order of their first members.
 */
export function groupsOver(over: string, members: readonly TableMember[]): TableGroup[] {
  const found = new Map<string, { labels: TableGroup['labels']; members: TableMember[] }>();
  for (const member of members) {
    if (!Object.hasOwn(member.labels, over)) continue;
    const others = Object.entries(member.labels).filter(([axis]) => axis !== over);
    const labels = Object.fromEntries(others);
    const key = JSON.stringify(labels);
    const group = found.get(key) ?? { labels, members: [] };
    group.members.push(member);
    found.set(key, group);
  }
  return [...found.values()].map(({ labels, members: own }) => groupOf(labels, own));
}

function groupOf(labels: TableGroup['labels'], members: readonly TableMember[]): TableGroup {
  const names = Object.keys(members[0].numbers);
  const numbers = names.map((name) => [name, statistics(name, members)] as const);
  const [published, ...others] = members.map((member) => member.published);
  return {
    name: Object.values(labels).join('-') || NO_LABELS,
    labels,
    members: members.length,
    numbers: Object.fromEntries(numbers),
    published: others.every((other) => isDeepStrictEqual(other, published)) ? published : null,
  };
}

/**
 *     μ = Σx / n,   s² = Σ(x − μ)² / (n − 1),   σ_μ = s / √n
 *
 * over the n members that have the number, each counted alike whatever its own error.
 */
function statistics(
  quantity: string,
  members: readonly TableMember[]
): TableGroup['numbers'][string] {
  const values = members.flatMap(({ numbers }) => numbers[quantity].value ?? []);
  const n = values.length;
  if (n === 0) return { members: 0, mean: null, spread: null, meanError: null };
  const mean = sum(values) / n;
  if (n === 1) return { members: 1, mean, spread: null, meanError: null };
  const spread = Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / (n - 1));
  return { members: n, mean, spread, meanError: spread / Math.sqrt(n) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
