import { childOf, massNames } from '../topology/topology.ts';
import type { DecayTopology } from '../topology/topology.ts';

/**
 * Auxiliary masses from the logarithms of their gaps.
 *
 *     m̃ = m̃ of the daughter + e^gap
 *
 * The daughter of the last is the invisible; the heavier one of two, where it decays in both branches.
 *
 * @param topology Names of the masses and who decays into whom.
 * @param logGaps One per name of `massNames`, of gaps in any unit.
 * @param mC Masses of the invisibles in that unit.
 * @returns Masses in that unit.
 */
export function massesOfGaps(
  topology: DecayTopology,
  logGaps: readonly number[],
  mC: readonly [number, number]
): number[] {
  return chain<number>(topology, mC, (i, below) => below + Math.exp(logGaps[i]));
}

/**
 * The inverse of `massesOfGaps`.
 *
 * @param masses One per name of `massNames`.
 * @returns Logarithms of gaps; NaN where a mass is not above its daughter's.
 */
export function gapsOfMasses(
  topology: DecayTopology,
  masses: readonly number[],
  mC: readonly [number, number]
): number[] {
  const gaps: number[] = [];
  chain<number>(topology, mC, (i, below) => {
    gaps[i] = Math.log(masses[i] - below);
    return masses[i];
  });
  return gaps;
}

/**
 * Masses from the lightest up.
 *
 * @param massAbove Gives that of index i in `massNames` from its daughter's.
 */
export function chain<Mass>(
  topology: DecayTopology,
  mC: readonly [number, number],
  massAbove: (i: number, below: Mass | number) => Mass
): Mass[] {
  const names = massNames(topology);
  const masses: Mass[] = [];
  const of = (i: number): Mass => {
    const child = childOf(topology, names[i]);
    const below =
      child === undefined ? invisibleBelow(topology, names[i], mC) : of(names.indexOf(child));
    return (masses[i] ??= massAbove(i, below));
  };
  names.forEach((_, i) => of(i));
  return masses;
}

function invisibleBelow(
  { branches }: DecayTopology,
  mass: string,
  mC: readonly [number, number]
): number {
  const has = (branch: number): boolean =>
    branches[branch].steps.some((step) => step.mass === mass);
  return Math.max(...mC.filter((_, branch) => has(branch)));
}
