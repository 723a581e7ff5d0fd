import { registerKernel } from '@tensorflow/tfjs-core';
import type { KernelFunc, TensorInfo } from '@tensorflow/tfjs-core';
import { BACKEND_NAME, OnnxRuntimeBackend } from '../backend.ts';
import type { GraphNode } from '../graph/node.ts';

/** The operands of a kernel by TensorFlow.js's names, e.g. `a` and `b`, or by position. */
export type Operands = Readonly<Record<string, GraphNode>>;

/** A kernel: a node per result, from its operands. `attributes` are those of TensorFlow.js for the kernel. */
export type Kernel<Attributes> = (
  operands: Operands,
  attributes: Attributes
) => GraphNode | GraphNode[];

const supported = new Set<string>();

/** The kernels that this backend has. */
export function supportedKernels(): string[] {
  return [...supported].sort();
}

/**
 * Registers a kernel that records operations.
 *
 * @param kernelName TensorFlow.js's name of the kernel.
 * @param record What it records.
 */
export function define<Attributes = Record<string, never>>(
  kernelName: string,
  record: Kernel<Attributes>
): void {
  register(kernelName, ({ inputs, attrs, backend }) => {
    const owner = ours(backend);
    owner.recorder.beforeKernel();
    const operands: Record<string, GraphNode> = {};
    for (const name of Object.keys(inputs)) {
      // An optional operand (a bias) may be there by name only.
      const info = inputs[name] as TensorInfo | undefined | null;
      if (info) operands[name] = owner.nodeOf(info);
    }
    const result = record(operands, attrs as Attributes);
    return Array.isArray(result)
      ? result.map((node) => owner.tensorOf(node))
      : owner.tensorOf(result);
  });
}

/** What the kernels `Reshape` and `ExpandDims` are called with: one of them each. */
interface ViewAttributes {
  readonly shape: number[];
  readonly dim: number;
}

/**
 * Registers a kernel whose result has the operand's own values in a shape.
 *
 * @param kernelName TensorFlow.js's name of the kernel.
 * @param input TensorFlow.js's name of the operand.
 * @param shapeOf The shape of the result.
 */
export function defineView(
  kernelName: string,
  input: string,
  shapeOf: (shape: number[], attributes: ViewAttributes) => number[]
): void {
  register(kernelName, ({ inputs, attrs, backend }) => {
    const x = (inputs as Record<string, TensorInfo>)[input];
    return ours(backend).alias(x, shapeOf(x.shape, attrs as unknown as ViewAttributes));
  });
}

function ours(backend: unknown): OnnxRuntimeBackend {
  if (backend instanceof OnnxRuntimeBackend) return backend;
  throw new TypeError(`A kernel of ${BACKEND_NAME} was called for another backend.`);
}

function register(kernelName: string, kernelFunc: KernelFunc): void {
  supported.add(kernelName);
  registerKernel({ kernelName, backendName: BACKEND_NAME, kernelFunc });
}
