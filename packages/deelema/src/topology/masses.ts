import type { DecayTopology } from './decay-topology.ts';

/**
 * Names of the auxiliary masses, each once, every parent before what it decays into.
 *
 * Masses with as many decays below them stand in the order of branches.
 *
 * @param topology The decays.
 * @returns `A`, `B` of the antler.
 * @throws RangeError as `childOf`.
 */
export function massNames(topology: DecayTopology): readonly string[] {
  const names = new Set(topology.branches.flatMap(({ steps }) => steps.map(({ mass }) => mass)));
  const below = (mass: string): number => {
    const child = childOf(topology, mass);
    return child === undefined ? 0 : 1 + below(child);
  };
  return [...names].sort((one, other) => below(other) - below(one));
}

/**
 * The next mass down the chain.
 *
 * @param topology The decays.
 * @param mass Name of the parent.
 * @returns Name of what it decays into; undefined if that is the invisible particle.
 * @throws RangeError if there is no such mass, if it decays into different ones, or if one branch has
 *  a mass twice.
 */
export function childOf(topology: DecayTopology, mass: string): string | undefined {
  const children = topology.branches.flatMap(({ steps }) => childrenIn(steps, mass, topology.name));
  if (children.length === 0) {
    throw new RangeError(
      `childOf: topology ${topology.name} has no mass ${mass}, expected one of its steps'.`
    );
  }
  const [child, other] = children;
  if (children.length > 1 && other !== child) {
    throw new RangeError(
      `Topology ${topology.name}: mass ${mass} decays into ${called(child)} and into ${called(other)}, expected the same in both branches; name the masses apart.`
    );
  }
  return child;
}

function childrenIn(
  steps: DecayTopology['branches'][0]['steps'],
  mass: string,
  name: string
): (string | undefined)[] {
  const places = [...steps.keys()].filter((k) => steps[k].mass === mass);
  if (places.length > 1) {
    throw new RangeError(
      `Topology ${name}: a branch has mass ${mass} ${places.length} times, expected once, for nothing decays into itself.`
    );
  }
  return places.map((k) => steps[k + 1]?.mass);
}

function called(child: string | undefined): string {
  return child ?? 'the invisible particle';
}
