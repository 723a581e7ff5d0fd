import { leaf, operation } from './node.ts';
import type { GraphNode, Values } from './node.ts';
import type { Segment } from './segment.ts';
import { wiringOf } from './structure.ts';

/** A graph apart from any recording: what is compiled or exported. */
export interface Graph {
  /** What is fed to it, by place; undefined where nothing is. */
  readonly leaves: readonly (GraphNode | undefined)[];
  readonly outputs: readonly GraphNode[];
}

/** A segment's structure, kept after its values are gone. */
export interface GraphCopy {
  /** The shapes of the fed tensors. */
  readonly leafShapes: readonly (readonly number[])[];
  /**
   * The graph with some leaves built in.
   *
   * @param known For each leaf the values that it always has, or undefined.
   */
  withKnown(known: readonly (Values | undefined)[]): Graph;
}

/**
 * Copies a segment's structure.
 *
 * @param segment The segment.
 * @returns The copy, which keeps none of the segment's fed values.
 */
export function copySegment(segment: Segment): GraphCopy {
  const nodes = segment.nodes.map(withoutInputs);
  const { leaves, operands, outputs } = wiringOf(segment.structure);
  return {
    leafShapes: leaves.map(({ shape }) => shape),
    withKnown(known) {
      const fed = leaves.map(({ shape, dtype }, i) =>
        leaf(known[i] ?? EMPTY, shape, dtype, { embedded: known[i] !== undefined })
      );
      const copies: GraphNode[] = [];
      const at = (index: number): GraphNode => (index < 0 ? fed[-1 - index] : copies[index]);
      nodes.forEach((node, i) => {
        copies.push(node.embedded ? node : operation(node, Array.from(operands[i], at)));
      });
      return {
        leaves: fed.map((node) => (node.embedded ? undefined : node)),
        outputs: Array.from(outputs, at),
      };
    },
  };
}

/** A node of the same type that keeps nothing else alive. */
export function withoutInputs(node: GraphNode): GraphNode {
  return node.embedded ? node : operation(node, []);
}

const EMPTY = new Float32Array(0);
