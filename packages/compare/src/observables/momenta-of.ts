import { fourMomenta, InputError, momentumColumns, trueRole } from '@deelema/events';
import type { EventBatch, EventFile, Role } from '@deelema/events';
import type { AntlerMomenta, BranchMomenta } from './antler.ts';

const ROLES = ['a1', 'b1', 'c1', 'a2', 'b2', 'c2'] as const satisfies readonly Role[];

/** Where the true momentum of each role stands: the prefix of its columns. */
export type TruePrefixes = Readonly<Record<Role, string>>;

/**
 * Finds the columns of the true momenta: `true_a1_E …` where a1 was smeared, `a1_E …` where it was not.
 *
 * @param file Events.
 * @throws InputError if the true invisible momenta are not known.
 */
export function truePrefixes({ path, columnNames }: EventFile): TruePrefixes {
  const unknown = ROLES.filter((role) => !columnNames.includes(momentumColumns(role)[0]));
  if (unknown.length > 0) {
    throw new InputError(
      `${path} has no columns of ${unknown.join(', ')}: a comparison with a generator needs the true invisible momenta; ` +
        'remove the section compare, or use events that know them.'
    );
  }
  const prefixes = ROLES.map((role) => {
    const truth = trueRole(role);
    return [role, columnNames.includes(momentumColumns(truth)[0]) ? truth : role] as const;
  });
  return Object.fromEntries(prefixes) as TruePrefixes;
}

/** @returns The columns to read of a file. */
export function columnsOf(prefixes: TruePrefixes): string[] {
  return [...Object.values(prefixes).flatMap(momentumColumns), 'event', 'weight'];
}

/**
 * The true momenta of a batch, branch by branch, without a copy.
 *
 * @param batch Events with the columns of `columnsOf`.
 * @param prefixes Where they stand.
 */
export function trueMomenta(batch: EventBatch, prefixes: TruePrefixes): AntlerMomenta {
  const branch = (i: 1 | 2): BranchMomenta => ({
    a: fourMomenta(batch, prefixes[`a${i}`]),
    b: fourMomenta(batch, prefixes[`b${i}`]),
    c: fourMomenta(batch, prefixes[`c${i}`]),
  });
  return [branch(1), branch(2)];
}
