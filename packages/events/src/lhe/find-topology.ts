import { InputError } from '../errors.ts';
import { isInvisible } from '../topology/invisible.ts';
import { isWithin, TOPOLOGIES, TOPOLOGY_PLACES, topologyText } from '../topology/topology.ts';
import type { Topology } from '../topology/topology.ts';
import { eventGraph } from './event-graph.ts';
import { noEvents } from './unmatched.ts';
import { daughters, FINAL, INTERMEDIATE } from './event.ts';
import type { LheEvent } from './event.ts';
import { scanEvents } from './scan-events.ts';

/** Number of events looked at. */
const EVENTS = 200;

type Place = (typeof TOPOLOGY_PLACES)[number];

/**
 * Finds out from the first 200 events of an LHE file which particles play the roles of A → a B, B → b C.
 *
 * An A is an intermediate particle with exactly two daughters: a visible final one, a, and an intermediate one, B,
 * that goes to a visible final one, b, and an invisible one, C. An event counts if it has two A with the same
 * mother. The ids of all such events are put together; if a named topology holds them all, it is taken instead,
 * for rare alternatives (t → W s) need not be among the first events.
 *
 * @param path LHE file, packed with gzip or not.
 * @returns The topology.
 * @throws InputError if there is no event, if none has this shape, or if the file cannot be read.
 * @see {@link isInvisible} for what counts as invisible.
 */
export async function findTopology(path: string): Promise<Topology> {
  const found: Record<Place, Set<number>> = {
    A: new Set(),
    B: new Set(),
    a: new Set(),
    b: new Set(),
    C: new Set(),
  };
  let firstGraph = '';
  let looked = 0;
  for await (const event of scanEvents(path)) {
    if (looked === 0) firstGraph = eventGraph(event);
    addEvent(event, found);
    if (++looked === EVENTS) break;
  }
  if (looked === 0) throw noEvents(path);
  if (found.A.size === 0) throw notFound(path, looked, firstGraph);
  const sorted = TOPOLOGY_PLACES.map((place) => [place, [...found[place]].sort((x, y) => x - y)]);
  const topology = Object.fromEntries(sorted) as Record<Place, number[]>;
  return Object.values(TOPOLOGIES).find((named) => isWithin(topology, named)) ?? topology;
}

function addEvent(event: LheEvent, found: Record<Place, Set<number>>): void {
  const branches: number[][] = [];
  for (let i = 0; i < event.count; i++) {
    const branch = branchOf(event, i);
    if (branch !== undefined) branches.push(branch);
  }
  const [one, two] = branches;
  if (one === undefined || two === undefined || branches.length > 2) return;
  if (event.mother[one[0]] !== event.mother[two[0]]) return;
  for (const branch of [one, two]) {
    TOPOLOGY_PLACES.forEach((place, k) => found[place].add(Math.abs(event.id[branch[k]])));
  }
}

/** Indices of A, B, a, b, C if the particle is an A. */
function branchOf(event: LheEvent, A: number): number[] | undefined {
  const upper = pairBelow(event, A, INTERMEDIATE);
  const lower = upper && pairBelow(event, upper.other, FINAL);
  if (!upper || !lower || !isInvisible(event.id[lower.other])) return undefined;
  return [A, upper.other, upper.visible, lower.visible, lower.other];
}

/** The two daughters of a particle, if one is visible and final and the other has the given status. */
function pairBelow(
  event: LheEvent,
  mother: number,
  otherStatus: number
): { visible: number; other: number } | undefined {
  if (event.status[mother] !== INTERMEDIATE) return undefined;
  const children = daughters(event, mother);
  if (children.length !== 2) return undefined;
  const visible = children.find((i) => event.status[i] === FINAL && !isInvisible(event.id[i]));
  const other = children.find((i) => i !== visible);
  if (visible === undefined || other === undefined) return undefined;
  return event.status[other] === otherStatus ? { visible, other } : undefined;
}

function notFound(path: string, looked: number, graph: string): InputError {
  const example = topologyText(TOPOLOGIES['ttbar-dilepton']);
  return new InputError(
    `${path}: none of the first ${looked} events has two branches A → a B, B → b C with one invisible C each; ` +
      `the first event is ${graph}; give the topology by hand in PDG ids, e.g. ${example}.`
  );
}
