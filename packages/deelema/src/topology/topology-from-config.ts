import { checkTopology } from './check-topology.ts';
import type { DecayStep, DecayTopology } from './decay-topology.ts';

/** A topology as settings give it, each branch from its first parent down. */
export interface TopologyConfig {
  /** How to call it in messages; `custom` if omitted. */
  readonly name?: string | undefined;
  readonly branches: readonly (readonly DecayStep[])[];
  /** Pairs of visible roles that may be confused; none if omitted. */
  readonly exchanges?: readonly (readonly string[])[] | undefined;
}

/**
 * Makes a topology out of settings.
 *
 *     branches: [[{ mass: A, visibles: [a1] }, …], [{ mass: A, visibles: [a2] }, …]]
 *     exchanges: [[b1, b2]]
 *
 * @param config The settings; the invisible particles are called `c1` and `c2`.
 * @throws RangeError if there are not two branches, an exchange is not of two roles, or as
 *  `checkTopology`.
 */
export function topologyFromConfig(config: TopologyConfig): DecayTopology {
  const { name = 'custom', branches, exchanges = [] } = config;
  if (branches.length !== 2) {
    throw new RangeError(`Topology ${name}: has ${branches.length} branches, expected two.`);
  }
  const wrong = exchanges.find((roles) => roles.length !== 2);
  if (wrong) {
    throw new RangeError(
      `Topology ${name}: an exchange is of ${wrong.length} roles, expected two like [b1, b2].`
    );
  }
  const topology: DecayTopology = {
    name,
    branches: [
      { steps: branches[0], invisible: 'c1' },
      { steps: branches[1], invisible: 'c2' },
    ],
    exchanges: exchanges.map(([one, other]) => [one, other] as const),
  };
  checkTopology(topology);
  return topology;
}
