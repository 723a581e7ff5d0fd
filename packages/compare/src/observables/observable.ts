import type { Antler, Branch } from './antler.ts';

/** The figures that observables are shown in. */
export type Group = 'masses' | 'momenta' | 'rapidities' | 'angles' | 'spin';

/** The unit of an observable; empty for pure numbers. */
export type Unit = 'GeV' | 'degree' | '';

/** A number that every event has. */
export interface Observable {
  readonly group: Group;
  readonly unit: Unit;
  /** For axes, with the markup of labels. */
  readonly label: string;
  /** Its value; not a finite number where it is not defined. */
  readonly value: (event: Antler) => number;
}

/** Observables by the names that references use. */
export type Observables = Readonly<Record<string, Observable>>;

/**
 * The same observable in both branches.
 *
 * @param name Its name, to which the number of the branch is added.
 * @param about Group, unit and the label by the number of the branch.
 * @param value Its value in a branch.
 */
export function inBothBranches(
  name: string,
  about: { group: Group; unit: Unit; label: (branch: 1 | 2) => string },
  value: (branch: Branch) => number
): Observables {
  const { group, unit, label } = about;
  return {
    [`${name}1`]: { group, unit, label: label(1), value: ({ branches: [one] }) => value(one) },
    [`${name}2`]: { group, unit, label: label(2), value: ({ branches: [, two] }) => value(two) },
  };
}
