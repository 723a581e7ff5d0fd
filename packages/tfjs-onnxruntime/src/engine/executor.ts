import type { Tensor } from 'onnxruntime-node';
import { sizeOf } from '../graph/node.ts';
import type { GraphNode, Values } from '../graph/node.ts';
import type { Segment } from '../graph/segment.ts';
import { inputName, outputName } from '../onnx/from-graph.ts';
import type { EngineOptions } from './options.ts';
import { PlanCache } from './plan-cache.ts';
import { loadRuntime } from './runtime.ts';

/** What the engine has done so far. */
export interface Statistics {
  /** Number of runs of a compiled graph. */
  runs: number;
  /** Number of compilations. */
  compiles: number;
  /** Milliseconds spent in runs. */
  runTime: number;
  /** Milliseconds spent in compilations. */
  compileTime: number;
}

/** Computes segments one after the other, in the order in which they were cut. */
export class Executor {
  readonly statistics: Statistics = { runs: 0, compiles: 0, runTime: 0, compileTime: 0 };
  readonly #cache = new PlanCache();
  readonly #options: () => EngineOptions;
  readonly #queue: Segment[] = [];
  #working: Promise<void> | undefined;

  constructor(options: () => EngineOptions) {
    this.#options = options;
  }

  /** Number of compiled graphs kept. */
  get compiledGraphs(): number {
    return this.#cache.size;
  }

  /** Adds a segment; it is computed when the event loop turns, or at the next `drain`. */
  enqueue(segment: Segment): void {
    this.#queue.push(segment);
    if (this.#working === undefined) setImmediate(() => void this.drain());
  }

  /** Computes all that is queued. A failure is noted in the nodes that wait for it, not thrown. */
  async drain(): Promise<void> {
    await this.#inTurn(() => this.#work());
  }

  /** Computes all that is queued, then frees the compiled graphs. */
  async release(): Promise<void> {
    while (this.#working !== undefined) await this.#working;
    await this.#inTurn(async () => {
      await this.#work();
      await this.#cache.clear();
    });
  }

  /** One work at a time; who comes while one is under way shares it. */
  async #inTurn(work: () => Promise<void>): Promise<void> {
    this.#working ??= work().finally(() => {
      this.#working = undefined;
      // What was queued after the last look at the queue.
      if (this.#queue.length > 0) setImmediate(() => void this.drain());
    });
    await this.#working;
  }

  async #work(): Promise<void> {
    for (let segment = this.#queue.shift(); segment; segment = this.#queue.shift()) {
      try {
        await this.#run(segment);
      } catch (error) {
        for (const output of segment.outputs) {
          output.failure = error as Error;
          output.inputs = [];
        }
      }
    }
  }

  async #run(segment: Segment): Promise<void> {
    const { statistics } = this;
    for (const { failure } of segment.leaves) if (failure) throw failure;
    const options = this.#options();
    const plan = await this.#cache.planOf(segment, options.compiledGraphs);
    let begun = performance.now();
    const { session, fed } = await plan.sessionFor(segment, options, () => ++statistics.compiles);
    statistics.compileTime += performance.now() - begun;
    const feeds: Record<string, Tensor> = {};
    const { Tensor: OrtTensor } = await loadRuntime();
    segment.leaves.forEach(({ dtype, values }, i) => {
      if (!fed(i)) return;
      // The constructor's overloads do not know that element type and array belong together.
      const [type, data] = [dtype as 'float32', values as Float32Array];
      feeds[inputName(i)] = new OrtTensor(type, data, plan.leafShapes[i]);
    });
    begun = performance.now();
    const results = await session.run(feeds);
    statistics.runTime += performance.now() - begun;
    ++statistics.runs;
    segment.outputs.forEach((node, i) => settle(node, results[outputName(i)].data as Values));
  }
}

function settle(node: GraphNode, values: Values): void {
  if (values.length !== sizeOf(node.shape)) {
    throw new Error(
      `The operator ${node.operator} yielded ${values.length} elements, expected those of shape [${node.shape.join()}]; please report this.`
    );
  }
  node.values = values;
  node.inputs = [];
}
