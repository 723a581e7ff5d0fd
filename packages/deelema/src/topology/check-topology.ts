import { massNames } from './masses.ts';
import { visibleRoles, type DecayTopology } from './decay-topology.ts';

/**
 * Refuses decays that do not hang together.
 *
 * @param topology The decays.
 * @throws RangeError if a branch has no steps, a step no visible particles, a role stands twice, a name
 *  is empty, an exchange is no pair of two visible roles or stands twice, or the masses have no order
 *  (`childOf`).
 */
export function checkTopology(topology: DecayTopology): void {
  const roles = visibleRoles(topology);
  const mistakes = [
    ...stepMistakes(topology),
    ...roleMistakes(topology, roles),
    ...exchangeMistakes(topology, roles),
  ];
  if (mistakes.length > 0) throw new RangeError(`Topology ${topology.name}: ${mistakes[0]}.`);
  massNames(topology);
}

function stepMistakes({ branches }: DecayTopology): string[] {
  return branches.flatMap(({ steps }, i) => {
    if (steps.length === 0) return [`branch ${i + 1} has no steps, expected one or more`];
    return steps.flatMap(({ mass, visibles }, k) => [
      ...(mass === '' ? [`the mass of step ${k + 1} of branch ${i + 1} has no name`] : []),
      ...(visibles.length === 0
        ? [`step ${k + 1} of branch ${i + 1} has no visible particles, expected one or more`]
        : []),
    ]);
  });
}

function roleMistakes({ branches }: DecayTopology, visible: readonly string[]): string[] {
  const invisible = branches.map((branch) => branch.invisible);
  const [both] = invisible.filter((role) => visible.includes(role));
  const all = [...visible, ...invisible];
  const twice = all.find((role, k) => all.indexOf(role) < k);
  return [
    ...(all.includes('') ? ['a role has no name, expected one like a1'] : []),
    ...(both ? [`role ${both} is a visible and an invisible particle, expected two names`] : []),
    ...(twice ? [`role ${twice} stands twice, expected each particle once`] : []),
  ];
}

function exchangeMistakes({ exchanges }: DecayTopology, visible: readonly string[]): string[] {
  const keys = exchanges.map((pair) => [...pair].sort().join(' and '));
  const twice = keys.find((key, k) => keys.indexOf(key) < k);
  return [
    ...exchanges.flatMap((pair) =>
      pair
        .filter((role) => !visible.includes(role))
        .map(
          (role) =>
            `the exchange of ${role} is of no visible particle, expected ${visible.join(', ')}`
        )
    ),
    ...exchanges
      .filter(([one, other]) => one === other)
      .map(([role]) => `role ${role} is exchanged with itself, expected another one`),
    ...(twice ? [`the exchange of ${twice} stands twice, expected once`] : []),
  ];
}
