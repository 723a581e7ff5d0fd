import { engine } from '@tensorflow/tfjs-core';
import { isWaiting, nodesCreated } from './node.ts';
import type { GraphNode } from './node.ts';
import { makeSegment } from './segment.ts';
import type { Segment } from './segment.ts';

/** Where the recording is cut of its own accord. */
export interface CutRules {
  /** Number of recorded nodes from which the next outermost `tidy` begins a new segment. */
  readonly nodesPerRun: number;
  /** Number of recorded nodes at which a segment ends wherever it is. */
  readonly largestRun: number;
}

/**
 * The operations that were asked for and not yet computed.
 *
 * The recording is cut into segments: at every read, and by itself between two steps of a training.
 * A step is recognised as an outermost `tidy` scope: TensorFlow.js's optimisers and `tf.layers` open
 * one per batch. So a loop that never reads a value is still run step by step, each step with the
 * same structure.
 */
export class Recorder {
  /** The waiting operations that tensors of the program stand for. */
  readonly #alive = new Set<GraphNode>();
  #nodesAtCut = nodesCreated();
  #scope: number | undefined;
  readonly #rules: () => CutRules;
  readonly #onCut: (segment: Segment) => void;

  constructor(rules: () => CutRules, onCut: (segment: Segment) => void) {
    this.#rules = rules;
    this.#onCut = onCut;
  }

  /** Cuts if the rules say so; called before the operations of a kernel are recorded. */
  beforeKernel(): void {
    const scope = outermostScope();
    const { nodesPerRun, largestRun } = this.#rules();
    const count = nodesCreated() - this.#nodesAtCut;
    const stepEnded = scope !== undefined && scope !== this.#scope && count >= nodesPerRun;
    if (stepEnded || count >= largestRun) this.cut();
    this.#scope = scope;
  }

  /** A tensor of the program stands for the node. */
  keep(node: GraphNode): void {
    if (isWaiting(node)) this.#alive.add(node);
  }

  /** No tensor of the program stands for the node any more. */
  drop(node: GraphNode): void {
    this.#alive.delete(node);
  }

  /** Hands everything recorded over, as one segment that yields whatever is alive. */
  cut(): void {
    if (this.#alive.size > 0) {
      const segment = makeSegment([...this.#alive]);
      for (const output of segment.outputs) output.scheduled = true;
      this.#alive.clear();
      this.#onCut(segment);
    }
    this.#nodesAtCut = nodesCreated();
  }
}

function outermostScope(): number | undefined {
  const [outermost] = engine().state.scopeStack;
  return outermost?.id;
}
