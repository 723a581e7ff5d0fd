import type { Graph } from './copy.ts';

/** Placeholder. */
export function simplify(graph: Graph): Graph {
  return graph;
}
