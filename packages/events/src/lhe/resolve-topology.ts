import { InputError } from '../errors.ts';
import { TOPOLOGIES } from '../topology/topology.ts';
import type { Topology, TopologyName } from '../topology/topology.ts';
import { findTopology } from './find-topology.ts';

/** A topology, the name of one, or `auto` to find it out from the events. */
export type TopologyChoice = Topology | TopologyName | 'auto';

/**
 * The topology that a choice means for an LHE file.
 *
 * @param path The file; read only for `auto`.
 * @param choice The choice.
 * @returns The topology.
 * @throws InputError if there is no topology of that name (exit code 2), or `auto` finds none.
 */
export async function resolveTopology(path: string, choice: TopologyChoice): Promise<Topology> {
  if (choice === 'auto') return findTopology(path);
  return namedTopology(choice);
}

/**
 * The topology of a name.
 *
 * @param choice A name, or a topology, which is handed back.
 * @throws InputError with exit code 2 if there is none of that name.
 */
export function namedTopology(choice: Topology | TopologyName): Topology {
  if (typeof choice !== 'string') return choice;
  if (Object.hasOwn(TOPOLOGIES, choice)) return TOPOLOGIES[choice];
  const names = Object.keys(TOPOLOGIES).join(', ');
  throw new InputError(`There is no topology ${choice as string}; expected one of ${names}.`, {
    exitCode: 2,
  });
}
