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
 * Numbers that the program writes into each of its steps (`tf.mul(x, 0.5)`), and the positions at
 * which it slices, are built into the compiled graph, where they can be folded. One that is found to
 * change (a learning rate) is fed from then on: it costs one more compilation, once.
 */
export class Plan {
  readonly structure: Int32Array;
  /** The shape in which each leaf is fed; a leaf's node may have another one of the same size. */
  readonly leafShapes: readonly (readonly number[])[];
  readonly #graph: GraphCopy;
  /** For each leaf the values built into the session, undefined if it is fed. */
  readonly #builtIn: (Values | undefined)[];
  readonly #changes: boolean[];
  #session: Session | undefined;

  constructor(segment: Segment) {
    this.structure = segment.structure;
    this.#graph = copySegment(segment);
    this.leafShapes = this.#graph.leafShapes;
    this.#builtIn = segment.leaves.map(() => undefined);
    this.#changes = segment.leaves.map((node) => !mayBeConstant(node));
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
      node.fromHost && !this.#changes[i] ? node.values : undefined
    );
    const graph = simplify(this.#graph.withKnown(known));
    const session = await compile(encodeModel(toOnnx(graph)), options);
    await this.release();
    this.#session = session;
    known.forEach((values, i) => (this.#builtIn[i] = values));
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

  /** Whether what is built in is what the segment has; notes what is not. */
  #suits(leaves: readonly GraphNode[]): boolean {
    let suits = true;
    this.#builtIn.forEach((values, i) => {
      if (values === undefined || sameValues(values, leaves[i].values!)) return;
      this.#changes[i] = true;
      suits = false;
    });
    return suits;
  }
}

/** Numbers and positions are often the same in every step; data are not. */
function mayBeConstant({ shape, dtype }: GraphNode): boolean {
  return sizeOf(shape) === 1 || dtype === 'int64';
}

function sameValues(a: Values, b: Values): boolean {
  for (let i = 0; i < a.length; ++i) if (!Object.is(a[i], b[i])) return false;
  return true;
}
