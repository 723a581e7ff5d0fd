import { InputError } from '@deelema/events';
import { decaysOf } from '@deelema/records';
import type { Decays, MassColumn, Training } from '@deelema/records';
import { familiesOf, trueMassesOf } from './families.ts';
import type { Family, TrueMass } from './families.ts';

/** What a training took the events for, and what of it the truth can be asked. */
export interface Conjecture {
  /** The masses of every event, in the order of the tables. */
  readonly masses: readonly MassColumn[];
  /** True masses by the name that the training gives them. */
  readonly trueMasses: readonly TrueMass[];
  /** What is drawn in one range. */
  readonly families: readonly Family[];
  /** Whether k_i belongs to the branch of a_i and b_i, as in the antler, so that it has a true partner. */
  readonly hasBranchesOfAntler: boolean;
  /** Whether the training may choose which b belongs to which a. */
  readonly choosesPairing: boolean;
}

/**
 * What a training took the events for.
 *
 * @param training Its record.
 * @throws InputError if its masses are not those of its decays.
 */
export function conjectureOf(training: Training): Conjecture {
  const decays = decaysOf(training.auxiliary, training);
  const trueMasses = trueMassesOf(decays.columns);
  return {
    masses: decays.columns,
    trueMasses,
    families: familiesOf(decays.columns, trueMasses),
    ...momentaOf(decays),
  };
}

function momentaOf({ branches, exchanges }: Decays) {
  const others = exchanges.filter((pair) => [...pair].sort().join(' ') !== 'b1 b2');
  const own = branches.every((roles, i) => {
    const [a, b] = [`a${i + 1}`, `b${i + 1}`];
    return roles.includes(b) && roles.every((role) => role === a || role === b);
  });
  const hasBranchesOfAntler = own && others.length === 0;
  return { hasBranchesOfAntler, choosesPairing: hasBranchesOfAntler && exchanges.length > 0 };
}

/**
 * Refuses events of a training without the masses that its record promises.
 *
 * @param conjecture What the training took the events for.
 * @param present The columns of its events.
 * @param topology Name of its decays.
 * @throws InputError if a mass is missing.
 */
export function checkMassColumns(
  { masses }: Conjecture,
  present: readonly string[],
  topology: string
): void {
  const missing = masses.map(({ column }) => column).filter((name) => !present.includes(name));
  if (missing.length === 0) return;
  throw new InputError(
    `The events of train have no column ${missing.join(', ')}, expected the masses of topology ` +
      `${topology}, which training.json says; run train again.`
  );
}
