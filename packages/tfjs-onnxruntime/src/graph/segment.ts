import { isWaiting } from './node.ts';
import type { GraphNode } from './node.ts';
import { StructureWriter } from './structure.ts';

/** A part of the recording that is computed in one run. */
export interface Segment {
  /** Its operations and embedded constants, each after what it needs; only what the outputs need. */
  readonly nodes: readonly GraphNode[];
  /** What is fed to it, in the order of first use. */
  readonly leaves: readonly GraphNode[];
  /** What it must yield. */
  readonly outputs: readonly GraphNode[];
  /** Equal for two segments exactly if the same computation on other values is meant. */
  readonly structure: Int32Array;
}

let marks = 0;

/**
 * Takes from what was recorded all that some outputs need.
 *
 * @param outputs Operations that wait.
 * @returns The segment.
 */
export function makeSegment(outputs: readonly GraphNode[]): Segment {
  const nodes: GraphNode[] = [];
  const leaves: GraphNode[] = [];
  const structure = new StructureWriter();
  const waiting = neededFor(outputs);
  const placed = ++marks;
  for (const node of waiting) {
    for (const input of node.inputs) {
      if (input.mark === placed) continue;
      input.mark = placed;
      if (input.embedded) {
        input.index = nodes.push(input) - 1;
        structure.node(input);
      } else {
        input.index = -leaves.push(input);
        structure.leaf(input);
      }
    }
    node.mark = placed;
    node.index = nodes.push(node) - 1;
    structure.node(node);
  }
  structure.outputs(outputs);
  return { nodes, leaves, outputs, structure: structure.finish() };
}

/** The waiting operations behind some outputs, in the order in which they were recorded. */
function neededFor(outputs: readonly GraphNode[]): GraphNode[] {
  const mark = ++marks;
  const needed: GraphNode[] = [];
  const visit = (node: GraphNode): void => {
    if (node.mark === mark || !isWaiting(node)) return;
    node.mark = mark;
    needed.push(node);
  };
  outputs.forEach(visit);
  // The list grows while it is walked; no recursion, since a recording may be deeper than the call stack.
  for (const node of needed) node.inputs.forEach(visit);
  return needed.sort((a, b) => a.id - b.id);
}
