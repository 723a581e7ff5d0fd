import { knownMass, type Table, type TableMember, type TableNumber } from '@deelema/records';

const UNKNOWN: TableNumber = { value: null, error: null };

/**
 * The members that a chart shows.
 *
 * @param table The table.
 * @param where Axis to the labels that are wanted; a member without the axis is not.
 */
export function chosenMembers(
  { members }: Table,
  where: Readonly<Record<string, readonly string[]>>
): TableMember[] {
  return members.filter(({ labels }) =>
    Object.entries(where).every(
      ([axis, wanted]) => Object.hasOwn(labels, axis) && wanted.includes(labels[axis])
    )
  );
}

/** A number of a member; nothing where a table of another program lacks the quantity. */
export function numberOf({ numbers }: TableMember, quantity: string): TableNumber {
  return Object.hasOwn(numbers, quantity) ? numbers[quantity] : UNKNOWN;
}

/** The true mass that measured ones are compared with, GeV; null where it is not known. */
export function trueMass(member: TableMember, mass: string): number | null {
  return knownMass({
    mean: numberOf(member, `truth.m${mass}.mean`).value,
    median: numberOf(member, `truth.m${mass}.median`).value,
  });
}

/**
 * What a publication says of a quantity.
 *
 * @param member A member.
 * @param quantity The quantity; a deviation follows from the published mass and the member's true one.
 * @returns Null where it says nothing.
 */
export function publishedNumber(member: TableMember, quantity: string): number | null {
  const values = member.published?.values ?? {};
  if (Object.hasOwn(values, quantity)) return values[quantity];
  const [, mass] = /^deviation\.m(\w+)$/.exec(quantity) ?? [];
  if (mass === undefined || !Object.hasOwn(values, `auxiliary.m${mass}`)) return null;
  const truth = trueMass(member, mass);
  return truth === null || truth <= 0 ? null : values[`auxiliary.m${mass}`] / truth - 1;
}

/** The labels of an axis that some of the members have, in the order of the table. */
export function labelsOf(table: Table, axis: string, members: readonly TableMember[]): string[] {
  const all = table.axes.find(({ name }) => name === axis)?.labels ?? [];
  return all.filter((label) => members.some(({ labels }) => labels[axis] === label));
}
