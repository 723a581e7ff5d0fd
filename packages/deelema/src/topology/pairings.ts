import { visibleRoles, type DecayTopology } from './decay-topology.ts';

/**
 * The ways to take the visible particles for one another: with each subset of the exchanges.
 *
 * @param topology The decays; n exchanges.
 * @returns 2ⁿ permutations of the indices of `visibleRoles`, as they are first: in pairing p, role j is
 *  the particle that the file calls role p[j].
 */
export function pairings(topology: DecayTopology): readonly (readonly number[])[] {
  const roles = visibleRoles(topology);
  const exchanges = topology.exchanges.map((pair) => pair.map((role) => roles.indexOf(role)));
  return exchanges.reduce<readonly (readonly number[])[]>(
    (all, [one, other]) => [...all, ...all.map((order) => exchanged(order, one, other))],
    [[...roles.keys()]]
  );
}

function exchanged(order: readonly number[], one: number, other: number): readonly number[] {
  const changed = [...order];
  [changed[one], changed[other]] = [order[other], order[one]];
  return changed;
}
