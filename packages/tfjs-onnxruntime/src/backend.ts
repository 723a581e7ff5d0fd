import { KernelBackend, engine } from '@tensorflow/tfjs-core';
import type { BackendValues, DataType, TensorInfo } from '@tensorflow/tfjs-core';
import { Executor } from './engine/executor.ts';
import type { EngineOptions } from './engine/options.ts';
import {
  SPLAT_SIZE,
  elementType,
  isSplat,
  leaf,
  sameShape,
  sizeOf,
  typedArray,
} from './graph/node.ts';
import type { ElementType, GraphNode, Values } from './graph/node.ts';
import { reshape } from './graph/operators.ts';
import { Recorder } from './graph/recorder.ts';

/** The name under which the backend is registered. */
export const BACKEND_NAME = 'onnxruntime';

/** What a `dataId` of TensorFlow.js stands for. */
interface Entry {
  node: GraphNode;
  references: number;
}

type DataId = TensorInfo['dataId'];

/** The TensorFlow.js backend that records what is asked of it and computes when a value is read. */
export class OnnxRuntimeBackend extends KernelBackend {
  readonly executor: Executor;
  readonly recorder: Recorder;
  #entries = new WeakMap<object, Entry>();
  #count = 0;

  constructor(options: () => EngineOptions) {
    super();
    this.executor = new Executor(options);
    this.recorder = new Recorder(options, (segment) => this.executor.enqueue(segment));
  }

  /** The node that a tensor stands for, in the tensor's own shape. */
  nodeOf({ dataId, shape }: TensorInfo): GraphNode {
    const { node } = this.#entry(dataId);
    return sameShape(node.shape, shape) ? node : reshape(node, shape);
  }

  /**
   * The node whose values a tensor has, in whatever shape, made into one that is fed to graphs.
   *
   * @param tensor Not computed later than the last cut.
   */
  leafOf({ dataId }: TensorInfo): GraphNode {
    const entry = this.#entry(dataId);
    const { node } = entry;
    if (node.embedded) entry.node = leaf(allValues(node) as Values, node.shape, node.dtype);
    return entry.node;
  }

  /** A tensor that stands for a node. */
  tensorOf(node: GraphNode): TensorInfo {
    return {
      dataId: this.#register(node, 1),
      shape: [...node.shape],
      dtype: node.dtype as DataType,
    };
  }

  /** The same values as another tensor, seen in a shape. */
  alias({ dataId, dtype }: TensorInfo, shape: number[]): TensorInfo {
    this.incRef(dataId);
    return { dataId, shape, dtype };
  }

  override write(values: BackendValues, shape: number[], dtype: DataType): DataId {
    return this.#registerHost(values, shape, dtype, 1);
  }

  override move(
    dataId: DataId,
    values: BackendValues,
    shape: number[],
    dtype: DataType,
    references: number
  ): void {
    this.#registerHost(values, shape, dtype, references, dataId);
  }

  override async read(dataId: DataId): Promise<BackendValues> {
    const { node } = this.#entry(dataId);
    if (node.values === undefined && node.failure === undefined) {
      if (!node.scheduled) this.recorder.cut();
      if (!node.scheduled) throw new Error(NO_VALUES);
      // A run may be under way that was begun before this segment was queued.
      while (node.values === undefined && node.failure === undefined) await this.executor.drain();
    }
    if (node.failure !== undefined) throw node.failure;
    return allValues(node);
  }

  override readSync(dataId: DataId): BackendValues {
    const { node } = this.#entry(dataId);
    if (node.failure !== undefined) throw node.failure;
    if (node.values === undefined) {
      throw new Error(
        `A tensor of shape [${node.shape.join()}] has not been computed yet, and the onnxruntime backend computes asynchronously; use "await tensor.data()" (array(), bytes()) instead of dataSync() (arraySync()).`
      );
    }
    return allValues(node);
  }

  override disposeData(dataId: DataId, force = false): boolean {
    const entry = this.#entries.get(dataId);
    if (entry === undefined) return true;
    --entry.references;
    if (!force && entry.references > 0) return false;
    this.#entries.delete(dataId);
    --this.#count;
    this.recorder.drop(entry.node);
    return true;
  }

  override refCount(dataId: DataId): number {
    return this.#entries.get(dataId)?.references ?? 0;
  }

  override incRef(dataId: DataId): void {
    ++this.#entry(dataId).references;
  }

  override numDataIds(): number {
    return this.#count;
  }

  override memory(): { unreliable: boolean } {
    return { unreliable: false };
  }

  override floatPrecision(): 32 {
    return 32;
  }

  override epsilon(): number {
    return 1e-7;
  }

  override timerAvailable(): boolean {
    return true;
  }

  /** Time of the runs that `f` causes, milliseconds; `f` is called at once, as the profiler expects. */
  override time(f: () => void): Promise<{ kernelMs: number }> {
    this.recorder.cut();
    const earlier = this.executor.drain();
    f();
    return this.#runTimeAfter(earlier);
  }

  async #runTimeAfter(earlier: Promise<void>): Promise<{ kernelMs: number }> {
    await earlier;
    const before = this.executor.statistics.runTime;
    this.recorder.cut();
    await this.executor.drain();
    return { kernelMs: this.executor.statistics.runTime - before };
  }

  override dispose(): void {
    this.#entries = new WeakMap();
    this.#count = 0;
    // Nobody waits for it.
    this.executor.release().catch(() => undefined);
  }

  #entry(dataId: DataId): Entry {
    const known = this.#entries.get(dataId);
    if (known !== undefined) return known;
    // Made on another backend, as TensorFlow.js allows: its values are brought over.
    if (engine().state.tensorInfo.has(dataId)) engine().moveData(this, dataId);
    const moved = this.#entries.get(dataId);
    if (moved === undefined) throw new Error('A tensor was used after it had been disposed.');
    return moved;
  }

  #registerHost(
    values: BackendValues,
    shape: number[],
    dtype: DataType,
    references: number,
    dataId?: DataId
  ): DataId {
    const type = elementType(dtype);
    // A copy: the program may fill its array with the next batch before this one has been computed.
    const copy = typedArray(type, values as ArrayLike<number>);
    return this.#register(hostNode(copy, shape, type), references, dataId);
  }

  #register(node: GraphNode, references: number, dataId: DataId = {}): DataId {
    this.#entries.set(dataId, { node, references });
    ++this.#count;
    this.recorder.keep(node);
    return dataId;
  }
}

const NO_VALUES =
  'A tensor of a function that is being exported has no values; compute with tensors instead of reading them.';

function hostNode(values: Values, shape: number[], dtype: ElementType): GraphNode {
  if (sizeOf(shape) >= SPLAT_SIZE && isSplat(values)) {
    return leaf(values.slice(0, 1), shape, dtype, { embedded: true });
  }
  return leaf(values, shape, dtype, { fromHost: true });
}

/** The values of a node that has been computed, one per element. */
function allValues(node: GraphNode): BackendValues {
  const values = node.values as Exclude<Values, BigInt64Array>;
  const size = sizeOf(node.shape);
  return values.length === size ? values : typedArray(node.dtype, size).fill(values[0]);
}
