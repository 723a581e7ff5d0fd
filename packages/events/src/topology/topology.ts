/**
 * Which particles play the roles of A → a B, B → b C, in both branches.
 *
 * Absolute PDG ids; each list holds the alternatives, e.g. b 11 and 13 for electrons and muons.
 * The first alternative of each place is the one written to LHE files.
 *
 * @see Fig. 2 of PRR 5, 043186, and the Monte Carlo numbering scheme of the Review of Particle Physics.
 */
export interface Topology {
  readonly A: readonly number[];
  readonly B: readonly number[];
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly C: readonly number[];
}

/** The places of a topology, from the heaviest particle down. */
export const TOPOLOGY_PLACES = [
  'A',
  'B',
  'a',
  'b',
  'C',
] as const satisfies readonly (keyof Topology)[];

/**
 * Topologies with a name.
 *
 * `ttbar-dilepton` takes t → q W with any down-type quark, for the CKM matrix lets a few tops go to s or d; it
 * leaves out W → τ ν, where the τ decays to further neutrinos.
 */
export const TOPOLOGIES = {
  'ttbar-dilepton': { A: [6], B: [24], a: [5, 3, 1], b: [11, 13], C: [12, 14] },
  'gluino-sbottom': { A: [1000021], B: [1000005], a: [5], b: [5], C: [1000022] },
} as const satisfies Record<string, Topology>;

/** Name of a topology in {@link TOPOLOGIES}. */
export type TopologyName = keyof typeof TOPOLOGIES;

/**
 * A topology in one line, in the form in which it is given by hand.
 *
 * @param topology The topology.
 * @returns E.g. `A: [6], B: [24], a: [5, 3, 1], b: [11, 13], C: [12, 14]`.
 */
export function topologyText(topology: Topology): string {
  return TOPOLOGY_PLACES.map((place) => `${place}: [${topology[place].join(', ')}]`).join(', ');
}

/**
 * Whether every particle of one topology has the same place in another.
 *
 * @param part The topology with fewer particles.
 * @param whole The topology that may hold it.
 */
export function isWithin(part: Topology, whole: Topology): boolean {
  return TOPOLOGY_PLACES.every((place) => part[place].every((id) => whole[place].includes(id)));
}
