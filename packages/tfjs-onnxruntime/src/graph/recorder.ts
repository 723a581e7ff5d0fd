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
  /** The waiting operations that tensors of the program stand for, and how many do. */
  readonly #alive = new Map<GraphNode, number>();
  #nodesAtCut = nodesCreated();
  #held = false;
  #scope: number | undefined;
  readonly #rules: () => CutRules;
  readonly #onCut: (segment: Segment) => void;

  constructor(rules: () => CutRules, onCut: (segment: Segment) => void) {
    this.#rules = rules;
    this.#onCut = onCut;
  }

  /** Cuts if the rules say so; called before the operations of a kernel are recorded. */
  beforeKernel(): void {
    if (this.#held) return;
    const scope = outermostScope();
    const { nodesPerRun, largestRun } = this.#rules();
    const count = nodesCreated() - this.#nodesAtCut;
    const stepEnded = scope !== undefined && scope !== this.#scope && count >= nodesPerRun;
    if (stepEnded || count >= largestRun) this.cut();
    this.#scope = scope;
  }

  /** Calls a function during which the recording is not cut of its own accord. */
  uncut<Result>(f: () => Result): Result {
    const outer = this.#held;
    this.#held = true;
    try {
      return f();
    } finally {
      this.#held = outer;
    }
  }

  /** A tensor of the program stands for the node. */
  keep(node: GraphNode): void {
    if (isWaiting(node)) this.#alive.set(node, (this.#alive.get(node) ?? 0) + 1);
  }

  /** A tensor of the program does not stand for the node any more. */
  drop(node: GraphNode): void {
    const tensors = this.#alive.get(node);
    if (tensors === undefined) return;
    if (tensors > 1) this.#alive.set(node, tensors - 1);
    else this.#alive.delete(node);
  }

  /**
   * Hands everything recorded over, as one segment that yields whatever is alive.
   *
   * @returns The segment; undefined if nothing waits.
   */
  cut(): Segment | undefined {
    this.#nodesAtCut = nodesCreated();
    if (this.#alive.size === 0) return undefined;
    const segment = makeSegment([...this.#alive.keys()]);
    for (const output of segment.outputs) output.scheduled = true;
    this.#alive.clear();
    this.#onCut(segment);
    return segment;
  }
}

function outermostScope(): number | undefined {
  const [outermost] = engine().state.scopeStack;
  return outermost?.id;
}
