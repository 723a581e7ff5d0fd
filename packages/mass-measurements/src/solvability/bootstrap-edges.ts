import { stream } from '@deelema/random';
import type { Edge, EdgeFinder } from './solvability-edge.ts';
import { PARTS, type SolvabilityMap } from './solvability-map.ts';

/** How far the edges of replicas scatter. */
export interface EdgeScatter {
  /** Standard deviations, GeV. */
  readonly mA: number;
  readonly mB: number;
  readonly correlation: number;
  /** Number of replicas with an edge. */
  readonly found: number;
}

/**
 * Edges of replicas of a sample: its parts drawn with replacement.
 *
 * @param map The map.
 * @param finder Finds the edge of its fractions.
 * @param replicas How many.
 * @param seed Of the random numbers.
 */
export function bootstrapEdges(
  map: SolvabilityMap,
  finder: EdgeFinder,
  replicas: number,
  seed: number
): EdgeScatter {
  const random = stream(seed, 'solvability');
  const times = new Float64Array(PARTS);
  const edges: Edge[] = [];
  for (let k = 0; k < replicas; ++k) {
    times.fill(0);
    for (let part = 0; part < PARTS; ++part) ++times[random.integer(PARTS)];
    const edge = finder.find(map.fractions(times));
    if (edge) edges.push(edge);
  }
  return scatter(edges);
}

function scatter(edges: readonly Edge[]): EdgeScatter {
  const n = edges.length;
  const mean = (f: (edge: Edge) => number): number =>
    edges.reduce((sum, edge) => sum + f(edge), 0) / n;
  const [centreA, centreB] = [mean(({ mA }) => mA), mean(({ mB }) => mB)];
  const mA = Math.sqrt(mean((edge) => (edge.mA - centreA) ** 2));
  const mB = Math.sqrt(mean((edge) => (edge.mB - centreB) ** 2));
  const covariance = mean((edge) => (edge.mA - centreA) * (edge.mB - centreB));
  return { mA, mB, correlation: mA * mB > 0 ? covariance / (mA * mB) : 0, found: n };
}
