import { antlerMass } from '@deelema/records';
import type { MassColumn } from '@deelema/records';
import { BOUNDS } from './columns.ts';
import type { BaselineName, MassName } from './columns.ts';

/** A particle of the antler, and the branches in which the training has a mass of that name. */
export interface TrueMass {
  readonly name: string;
  readonly particle: 'A' | 'B';
  readonly branches: readonly (1 | 2)[];
}

/** Masses of one particle of the antler, or of one name that is none of its particles. */
export interface Family {
  readonly name: string;
  readonly quantities: readonly (MassName | BaselineName)[];
  /** Names of auxiliary masses. */
  readonly auxiliary: readonly string[];
  /** Names of true masses. */
  readonly trueMasses: readonly string[];
}

/**
 * The particles of the antler by the names that a training gives them; A and B under these names where it has no
 * masses so called.
 *
 * What it calls A or B and is none of them has no true mass: the baselines are compared with A and B.
 *
 * @param columns The masses of the training.
 */
export function trueMassesOf(columns: readonly MassColumn[]): TrueMass[] {
  const names = [...new Set(columns.map(({ name }) => name))];
  const trained = names.flatMap((name): TrueMass[] => {
    const masses = columns.filter((column) => column.name === name).map(antlerMass);
    const particle = masses[0]?.particle;
    if (masses.some((mass) => mass?.particle !== particle) || particle === undefined) return [];
    if ((name === 'A' || name === 'B') && name !== particle) return [];
    return [{ name, particle, branches: masses.flatMap((mass) => mass?.branch ?? []) }];
  });
  const others = (['A', 'B'] as const)
    .filter((name) => !names.includes(name))
    .map((name) => ({ name, particle: name, branches: [1, 2] as const }));
  return [...trained, ...others];
}

/**
 * Which masses and baselines share a range: those of A, of B, and of each name that is neither.
 *
 * @param columns The masses of the training.
 * @param trueMasses The true masses.
 */
export function familiesOf(
  columns: readonly MassColumn[],
  trueMasses: readonly TrueMass[]
): Family[] {
  const ofAntler = (['A', 'B'] as const).map((particle) => {
    const own = columns.filter((column) => antlerMass(column)?.particle === particle);
    const known = trueMasses.filter((mass) => mass.particle === particle);
    return family(particle, own, BOUNDS[particle], known);
  });
  const strange = columns.filter((column) => antlerMass(column) === null);
  const names = [...new Set(strange.map(({ name }) => name))];
  const others = names.map((name) => {
    const own = strange.filter((column) => column.name === name);
    return family(name, own, [], []);
  });
  return [...ofAntler, ...others];
}

function family(
  name: string,
  columns: readonly MassColumn[],
  baselines: readonly BaselineName[],
  known: readonly TrueMass[]
): Family {
  return {
    name,
    quantities: [...columns.map(({ column }) => column), ...baselines],
    auxiliary: [...new Set(columns.map((column) => column.name))],
    trueMasses: known.map((mass) => mass.name),
  };
}
