import { antlerMass, decaysOf } from '@deelema/records';
import type { Evaluation, MassColumn } from '@deelema/records';

/** Masses of every event that belong into one panel: of A or B of the antler, or of what no antler has. */
export interface MassFamily {
  /** Whose masses they are; null where the antler has no such particle. */
  readonly particle: 'A' | 'B' | null;
  /** Branch 1 before branch 2; none where the training knows no such mass. */
  readonly columns: readonly MassColumn[];
}

/**
 * The masses that a training has, sorted by the particles of the antler that they belong to.
 *
 * @param evaluation The evaluation.
 * @returns B, A, and what else there is, name by name.
 */
export function massFamilies({ auxiliary, training }: Evaluation): MassFamily[] {
  const { columns } = decaysOf(auxiliary, training);
  const ofAntler = (['B', 'A'] as const).map((particle) => ({
    particle,
    columns: columns.filter((column) => antlerMass(column)?.particle === particle),
  }));
  const strange = columns.filter((column) => antlerMass(column) === null);
  const others = [...new Set(strange.map(({ name }) => name))].map((name) => ({
    particle: null,
    columns: strange.filter((column) => column.name === name),
  }));
  return [...ofAntler, ...others];
}

/** @returns Whether the training calls the masses of A and B so in both branches, and has no others. */
export function isAntler(families: readonly MassFamily[]): boolean {
  return families.every(
    ({ particle, columns }) =>
      columns.length === 2 && columns.every(({ name }) => name === particle)
  );
}

/** @returns Names of the auxiliary masses of a family. */
export function namesOf({ columns }: MassFamily): string[] {
  return [...new Set(columns.map(({ name }) => name))];
}
