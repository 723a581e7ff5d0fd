import type { Graph } from './copy.ts';
import type { GraphNode } from './node.ts';
import { inOrder, usesOf } from './order.ts';
import { RULES } from './rules.ts';
import { Sharing } from './sharing.ts';

/**
 * Rewrites a graph into one that computes the same with fewer operations.
 *
 * Every rule is exact in floating-point arithmetic, but for sums whose order a matrix product with a
 * bias is free to choose anyway.
 *
 * @param graph What is to be computed.
 * @returns The same leaves, equivalent outputs.
 */
export function simplify(graph: Graph): Graph {
  const uses = usesOf(graph.outputs);
  const sharing = new Sharing();
  const replaced = new Map<GraphNode, GraphNode>();
  const replacement = (node: GraphNode): GraphNode => replaced.get(node)!;
  for (const node of inOrder(graph.outputs)) {
    const inputs = node.inputs.map(replacement);
    const usedOnce = (i: number): boolean => uses.get(node.inputs[i]) === 1;
    let next = sharing.rebuilt(node, inputs);
    for (const rule of RULES[next.operator] ?? []) {
      const better = rule(next, usedOnce);
      if (better === undefined) continue;
      next = sharing.rebuilt(better, better.inputs);
      break;
    }
    replaced.set(node, next);
  }
  return { leaves: graph.leaves, outputs: graph.outputs.map(replacement) };
}
