import type { GraphNode, Values } from '../graph/node.ts';
import { sizeOf } from '../graph/node.ts';
import { copySegment } from '../graph/copy.ts';
import type { GraphCopy } from '../graph/copy.ts';
import { simplify } from '../graph/simplify.ts';
import { toOnnx } from '../onnx/from-graph.ts';
import { encodeModel } from '../onnx/model.ts';
import type { Segment } from '../graph/segment.ts';
import type { EngineOptions } from './options.ts';
import { compile } from './runtime.ts';
import type { Session } from './runtime.ts';

/**
 * How segments of one structure are computed.
 *
 * Numbers that the program writes into each of its steps (`tf.mul(x, 0.5)`) are built into the
 * compiled graph, where they can be folded. One that is found to change (a learning rate) is fed from
 * then on: it costs one more compilation, once.
 */
export class Plan {
  readonly structure: Int32Array;
  /** The shape in which each leaf is fed; a leaf's node may have another one of the same size. */
  readonly leafShapes: readonly (readonly number[])[];
  readonly #graph: GraphCopy;
  /** For each leaf the number built into the session, undefined if it is fed. */
  readonly #builtIn: (number | undefined)[];
  readonly #changes: boolean[];
  #session: Session | undefined;

  constructor(segment: Segment) {
    this.structure = segment.structure;
    this.#graph = copySegment(segment);
    this.leafShapes = this.#graph.leafShapes;
    this.#builtIn = segment.leaves.map(() => undefined);
    this.#changes = segment.leaves.map((node) => sizeOf(node.shape) !== 1);
  }

  /**
   * A session that computes a segment.
   *
   * @param segment Of this plan's structure; its leaves are known.
   * @param options Of the engine.
   * @param onCompile Told before one is compiled.
   * @returns The session, and which leaves it is fed.
   */
  async sessionFor(
    segment: Segment,
    options: EngineOptions,
    onCompile: () => void
  ): Promise<{ session: Session; fed: (leaf: number) => boolean }> {
    const fed = (leaf: number): boolean => this.#builtIn[leaf] === undefined;
    if (this.#session !== undefined && this.#suits(segment.leaves)) {
      return { session: this.#session, fed };
    }
    onCompile();
    const known = segment.leaves.map((node, i) =>
      node.fromHost && !this.#changes[i] ? Number(node.values![0]) : undefined
    );
    const graph = simplify(this.#graph.withNumbers(known));
    const session = await compile(encodeModel(toOnnx(graph)), options);
    await this.release();
    this.#session = session;
    known.forEach((number, i) => (this.#builtIn[i] = number));
    return { session, fed };
  }

  /** Frees the session. */
  async release(): Promise<void> {
    const session = this.#session;
    this.#session = undefined;
    // Writes the profile, if one was asked for.
    session?.endProfiling();
    await session?.release();
  }

  /** Whether the built-in numbers are those of the segment; notes which are not. */
  #suits(leaves: readonly GraphNode[]): boolean {
    let suits = true;
    this.#builtIn.forEach((number, i) => {
      if (number === undefined || Object.is(number, numberIn(leaves[i].values!))) return;
      this.#changes[i] = true;
      suits = false;
    });
    return suits;
  }
}

function numberIn(values: Values): number {
  return Number(values[0]);
}
