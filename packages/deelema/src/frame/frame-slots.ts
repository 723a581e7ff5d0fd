import type { ResolutionTable } from '@deelema/kinematics';
import { branchesAlike, pairings, visibleRoles, type DecayTopology } from '../topology/topology.ts';

/** Which particle of the file stands where in a row: role by role, without and with the exchange. */
export interface FrameSlots {
  /** Visible roles, in the order of the rows. */
  readonly roles: readonly string[];
  /** Indices of the first visible particles of branch 1 and 2. */
  readonly first: readonly [number, number];
  /** Whether branches may be exchanged. */
  readonly alike: boolean;
  /** Particles of each pairing; [0] as the branches are, [1] with them exchanged. */
  readonly particles: readonly (readonly [readonly number[], readonly number[]])[];
  /** Resolution of each role, or undefined; [0] as the branches are, [1] with them exchanged. */
  readonly tables: readonly [Tables, Tables];
}

type Tables = readonly (ResolutionTable | undefined)[];

/**
 * Lays out the particles of pairings and exchanged branches.
 *
 * In pairing p, role j is particle p[j] of the file, and where branches are exchanged, that of the role
 * across.
 *
 * @param topology The decays.
 * @param resolution Relative energy resolution by visible role.
 * @param exchange Whether branches may be exchanged, if they are alike.
 */
export function frameSlots(
  topology: DecayTopology,
  resolution: Readonly<Record<string, ResolutionTable>>,
  exchange: boolean
): FrameSlots {
  const roles = visibleRoles(topology);
  const across = acrossRoles(topology).map((role) => roles.indexOf(role));
  const tables = roles.map((role) => resolution[role] as ResolutionTable | undefined);
  const alike =
    exchange &&
    branchesAlike(topology) &&
    across.every((other, j) => (tables[other] === undefined) === (tables[j] === undefined));
  const [one, two] = topology.branches.map(({ steps }) => roles.indexOf(steps[0].visibles[0]));
  return {
    ...{ roles, first: [one, two], alike },
    particles: pairings(topology).map((order) => [order, across.map((other) => order[other])]),
    tables: [tables, across.map((other) => tables[other])],
  };
}

/** The role in the same place of the other branch; of unlike branches perhaps none. */
function acrossRoles(topology: DecayTopology): string[] {
  const [one, two] = topology.branches.map(({ steps }) => steps.map(({ visibles }) => visibles));
  return visibleRoles(topology).map((role) => {
    const [here, there] = one.some((visibles) => visibles.includes(role)) ? [one, two] : [two, one];
    const step = here.findIndex((visibles) => visibles.includes(role));
    return there[step]?.[here[step].indexOf(role)] ?? role;
  });
}
