import { massNames, visibleRoles } from '../topology/topology.ts';
import type { DecayTopology } from '../topology/topology.ts';

/** One mass shell: a resonance of one branch. */
export interface Shell {
  /** 0 or 1. */
  readonly branch: number;
  /** Index of its auxiliary mass in `massNames`. */
  readonly mass: number;
  /** Index of the auxiliary mass of its daughter; undefined where that is the invisible. */
  readonly child: number | undefined;
  /** Visibles of its own decay, indices into `visibleRoles`. */
  readonly own: readonly number[];
  /** Visibles of all decays from it down. */
  readonly below: readonly number[];
}

/**
 * All mass shells of a topology.
 *
 * @returns Branch 1 from its first resonance down, then branch 2.
 */
export function shellsOf(topology: DecayTopology): readonly Shell[] {
  const roles = visibleRoles(topology);
  const names = massNames(topology);
  return topology.branches.flatMap(({ steps }, branch) => {
    const own = steps.map(({ visibles }) => visibles.map((role) => roles.indexOf(role)));
    return steps.map(({ mass }, i) => ({
      branch,
      mass: names.indexOf(mass),
      child: i + 1 < steps.length ? names.indexOf(steps[i + 1].mass) : undefined,
      own: own[i],
      below: own.slice(i).flat(),
    }));
  });
}
