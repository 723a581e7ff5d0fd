import { quantitiesOf, type Documents, type QuantityDefinition } from '@deelema/quantities';
import type { MassColumn, Table, TableMember } from '@deelema/records';
import type { StageMember } from '@deelema/stage';
import { groupsOver } from './groups.ts';

/** A member of a study with what its stages wrote. */
export interface ReadMember extends Documents {
  readonly name: string;
  readonly labels: StageMember['labels'];
}

/**
 * The table of a study.
 *
 * @param study Its name.
 * @param members Its members, in its order.
 * @param over The axis over which members are put into groups; no groups if undefined.
 * @returns All quantities of all members, of the masses of the antler and of all others that a member has; a number
 *  that a member has not is null.
 */
export function makeTable(study: string, members: readonly ReadMember[], over?: string): Table {
  const masses = members.flatMap(({ training }) => Object.keys(training.auxiliary));
  const columns = members.flatMap(({ evaluation }) => Object.keys(evaluation.masses));
  const quantities = quantitiesOf(
    [...new Set(['A', 'B', ...masses])],
    [...new Set([...ANTLER_COLUMNS, ...(columns as MassColumn['column'][])])]
  );
  const rows = members.map((member) => row(member, quantities));
  return {
    schemaVersion: 1,
    study,
    axes: axesOf(members),
    quantities: quantities.map(({ name, title, unit }) => ({ name, title, unit })),
    members: rows,
    groups: over === undefined ? null : { over, groups: groupsOver(over, rows) },
  };
}

const ANTLER_COLUMNS = ['m_A1', 'm_A2', 'm_B1', 'm_B2'] as const;

function row(member: ReadMember, quantities: readonly QuantityDefinition[]): TableMember {
  const numbers = quantities.map(({ name, read }) => [name, read(member)] as const);
  return {
    name: member.name,
    labels: { ...member.labels },
    sample: member.evaluation.sample,
    numbers: Object.fromEntries(numbers),
    published: publishedOf(member),
  };
}

function publishedOf({ evaluation: { published } }: ReadMember): TableMember['published'] {
  if (published === null) return null;
  const values = published.numbers.map(({ quantity, value }) => [quantity, value] as const);
  return { source: published.source, values: Object.fromEntries(values) };
}

/** The axes with the labels that occur, each in the order of its first member. */
function axesOf(members: readonly ReadMember[]): Table['axes'] {
  const names = new Set(members.flatMap(({ labels }) => Object.keys(labels)));
  return [...names].map((name) => {
    const labels = members.flatMap((member) =>
      Object.hasOwn(member.labels, name) ? [member.labels[name]] : []
    );
    return { name, labels: [...new Set(labels)] };
  });
}
