import type { Table, TableMember, TableNumber } from '@deelema/records';
import type { StageMember } from '@deelema/stage';
import { QUANTITY_NAMES } from '@deelema/workflow';
import type { Documents } from './documents.ts';
import { QUANTITIES } from './quantities.ts';

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
 * @returns All quantities of all members; a number that a member has not is null.
 */
export function makeTable(study: string, members: readonly ReadMember[]): Table {
  return {
    schemaVersion: 1,
    study,
    axes: axesOf(members),
    quantities: QUANTITY_NAMES.map((name) => ({
      name,
      title: QUANTITIES[name].title,
      unit: QUANTITIES[name].unit,
    })),
    members: members.map(row),
  };
}

function row(member: ReadMember): TableMember {
  const numbers = QUANTITY_NAMES.map((name) => [name, QUANTITIES[name].read(member)]);
  return {
    name: member.name,
    labels: { ...member.labels },
    sample: member.evaluation.sample,
    numbers: Object.fromEntries(numbers) as Record<string, TableNumber>,
  };
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
