import { InputError } from '@deelema/events';
import { wasRun, type Table, type TableGroup, type TableMember } from '@deelema/records';
import type { Content, TableSettings } from '../content.ts';

/** A number of ours. */
export interface Found {
  readonly value: number | null;
  /** Standard error of a member's number; spread of a group's. */
  readonly error: number | null;
  /** Members that have it. */
  readonly members: number;
  /** False where no member ran what it comes from. */
  readonly ran: boolean;
}

/** What a table says of one member, or of one group of members. */
export interface Row {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** How many members it is made of; null of one by itself. */
  readonly members: number | null;
  readonly published: TableMember['published'];
  readonly find: (quantity: string) => Found;
}

const UNKNOWN = { value: null, error: null };

/** A member by itself. */
export function memberRow(member: TableMember, members: Content['members']): Row {
  const { name, labels, published, numbers } = member;
  const { evaluation } = members[name];
  return {
    name,
    labels,
    members: null,
    published,
    find: (quantity) => ({
      ...(Object.hasOwn(numbers, quantity) ? numbers[quantity] : UNKNOWN),
      members: 1,
      ran: wasRun(quantity, evaluation),
    }),
  };
}

/** Members that differ in one axis alone. */
export function groupRow(group: TableGroup, { table, members }: Content): Row {
  const { name, labels, published, numbers } = group;
  const own = table.members.filter((member) => isIn(group, member, table.groups?.over ?? ''));
  return {
    name,
    labels,
    members: group.members,
    published,
    find(quantity) {
      const ran = own.some((member) => wasRun(quantity, members[member.name].evaluation));
      if (!Object.hasOwn(numbers, quantity)) return { ...UNKNOWN, members: 0, ran };
      const { mean, spread, members: having } = numbers[quantity];
      return { value: mean, error: spread, members: having, ran };
    },
  };
}

/** A member without the axis that groups are made over is in none. */
function isIn({ labels }: TableGroup, member: TableMember, over: string): boolean {
  const axes = Object.entries(labels);
  return (
    Object.hasOwn(member.labels, over) &&
    axes.every(([axis, label]) => member.labels[axis] === label)
  );
}

/**
 * The rows of a table, in the order of `table.json`.
 *
 * @throws InputError if groups are asked for and there are none, or if none of them has the labels asked for.
 */
export function rowsOf(settings: TableSettings, content: Content): Row[] {
  const { groups } = content.table;
  if (!(settings.groups ?? groups !== null)) {
    return chosen(content.table.members, settings).map((member) =>
      memberRow(member, content.members)
    );
  }
  if (groups === null) throw noGroups(settings);
  const found = chosen(groups.groups, settings);
  if (found.length === 0) throw noneLeft(settings, groups.over);
  return found.map((group) => groupRow(group, content));
}

/** A member or group that lacks an axis is not among those with a label of it. */
function chosen<T extends { labels: Table['members'][number]['labels'] }>(
  all: readonly T[],
  { where }: TableSettings
): T[] {
  return all.filter(({ labels }) =>
    Object.entries(where).every(
      ([axis, wanted]) => Object.hasOwn(labels, axis) && wanted.includes(labels[axis])
    )
  );
}

function noGroups({ title }: TableSettings): InputError {
  const sentence = `summary: the table "${title}" asks for groups, and table.json has none: set "over" under collect to the axis that the members of a group differ in, or leave "groups" out.`;
  return new InputError(sentence, { exitCode: 2 });
}

function noneLeft({ title, where }: TableSettings, over: string): InputError {
  const axes = Object.keys(where).join(', ');
  const sentence = `summary: no group is left in the table "${title}" with what it wants of ${axes}: groups are made over ${over} and have no label of it; take it out of "where", or set "groups: false".`;
  return new InputError(sentence, { exitCode: 2 });
}
