import type { RandomStream } from '@deelema/random';
import type { CascadeBranch } from './cascade-settings.ts';
import { clusterMasses } from './cluster-masses.ts';

/**
 * The masses of a chain that sends out one visible particle after the other.
 *
 * @param random Where the masses between the visible particles of one step come from.
 * @param parents Masses of the parents of the steps: arrays of n events, GeV.
 * @param branch The chain.
 * @returns Before the first visible particle, after the first, …, after the last (the invisible particle):
 *  arrays of n events, GeV.
 */
export function chainMasses(
  random: RandomStream,
  parents: readonly Float64Array[],
  { steps, invisibleMass }: CascadeBranch
): Float64Array[] {
  const n = parents[0].length;
  const invisible = new Float64Array(n).fill(invisibleMass);
  const masses = steps.flatMap(({ visibles }, k) => {
    const next = parents[k + 1] ?? invisible;
    const between = visibles.slice(1).map(() => new Float64Array(n));
    clusterMasses(random, parents[k], next, between);
    return [parents[k], ...between];
  });
  return [...masses, invisible];
}
