import type { GraphNode } from './node.ts';

/**
 * All nodes that some need, each after its inputs.
 *
 * @param outputs The nodes needed.
 * @returns Nodes in an order that depends on the graph alone.
 */
export function inOrder(outputs: readonly GraphNode[]): GraphNode[] {
  const order: GraphNode[] = [];
  const seen = new Set<GraphNode>();
  // An explicit stack: a recording may be deeper than the call stack.
  const stack = outputs.map((node) => ({ node, next: 0 })).reverse();
  while (stack.length > 0) {
    const top = stack.at(-1)!;
    if (top.next === 0 && seen.has(top.node)) {
      stack.pop();
      continue;
    }
    seen.add(top.node);
    if (top.next < top.node.inputs.length) {
      stack.push({ node: top.node.inputs[top.next++], next: 0 });
    } else {
      order.push(top.node);
      stack.pop();
    }
  }
  return order;
}

/**
 * How often each node is an operand or an output.
 *
 * @param outputs The outputs of the graph.
 * @returns Counts by node.
 */
export function usesOf(outputs: readonly GraphNode[]): Map<GraphNode, number> {
  const uses = new Map<GraphNode, number>();
  const use = (node: GraphNode): void => void uses.set(node, (uses.get(node) ?? 0) + 1);
  outputs.forEach(use);
  for (const node of inOrder(outputs)) node.inputs.forEach(use);
  return uses;
}
