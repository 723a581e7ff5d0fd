import { Tensor, engine, tidy } from '@tensorflow/tfjs-core';
import type { OnnxRuntimeBackend } from '../backend.ts';
import type { Graph } from '../graph/copy.ts';
import { isWaiting, leaf, operation, sizeOf } from '../graph/node.ts';
import type { GraphNode } from '../graph/node.ts';
import { inOrder } from '../graph/order.ts';
import { simplify } from '../graph/simplify.ts';
import type { InputSignature } from './signature.ts';

/** A function of tensors by name, as is exported. */
export type ExportedFunction = (
  inputs: Record<string, Tensor>
) => Tensor | Tensor[] | Record<string, Tensor>;

/** What a function asked for, called with inputs of certain lengths. */
export interface Recording {
  /** Its leaves are the inputs; all else is known. */
  readonly graph: Graph;
  readonly outputNames: readonly string[];
}

/**
 * Calls a function with tensors that have no values, and takes down what it asks for.
 *
 * @param backend The current one.
 * @param fn The function.
 * @param inputs Its inputs.
 * @param lengthOf The length that stands for an open one.
 * @returns What was asked for; nothing of it is computed.
 * @throws TypeError if the function returns something else than tensors.
 */
export function record(
  backend: OnnxRuntimeBackend,
  fn: ExportedFunction,
  inputs: readonly InputSignature[],
  lengthOf: (name: string) => number
): Recording {
  const placeholders = inputs.map(({ dtype, shape }) => {
    const lengths = shape.map((length) => (typeof length === 'string' ? lengthOf(length) : length));
    return operation({ operator: '', dtype, shape: lengths }, []);
  });
  let nodes: GraphNode[] = [];
  let outputNames: string[] = [];
  backend.recorder.uncut(() =>
    tidy(() => {
      const fed = placeholders.map((node, i) => [inputs[i].name, tensorOf(backend, node)]);
      const outputs = namedTensors(fn(Object.fromEntries(fed) as Record<string, Tensor>));
      outputNames = outputs.map(([name]) => name);
      nodes = outputs.map(([, tensor]) => backend.nodeOf(tensor));
    })
  );
  return { graph: simplify(detached(nodes, placeholders)), outputNames };
}

function tensorOf(backend: OnnxRuntimeBackend, node: GraphNode): Tensor {
  return engine().makeTensorFromTensorInfo(backend.tensorOf(node), backend);
}

function namedTensors(result: ReturnType<ExportedFunction>): [string, Tensor][] {
  const isList = result instanceof Tensor || Array.isArray(result);
  const named: [string, Tensor][] = isList ? listed([result].flat()) : entriesOf(result);
  const wrong = named.find(([, value]) => !(value instanceof Tensor));
  if (wrong !== undefined || named.length === 0) {
    const what = wrong === undefined ? 'nothing' : `${typeof wrong[1]} as "${wrong[0]}"`;
    throw new TypeError(
      `exportOnnx: the function returned ${what}, expected a tensor, a list of tensors or an object of tensors, not in a promise.`
    );
  }
  return named;
}

function listed(tensors: readonly Tensor[]): [string, Tensor][] {
  if (tensors.length === 1) return [['output', tensors[0]]];
  return tensors.map((tensor, i) => [`output${i}`, tensor]);
}

function entriesOf(result: unknown): [string, Tensor][] {
  if (result === null || typeof result !== 'object') return [['output', result as Tensor]];
  if (result instanceof Promise) {
    // It is refused, so nobody would hear of its failure.
    result.catch(() => undefined);
    return [['output', result as unknown as Tensor]];
  }
  return Object.entries(result) as [string, Tensor][];
}

/**
 * What some nodes are computed from, apart from the tensors of the program.
 *
 * Outputs are operations of their own, so that an input or a known tensor may be one.
 */
function detached(outputs: readonly GraphNode[], placeholders: readonly GraphNode[]): Graph {
  const copies = new Map(placeholders.map((node) => [node, node]));
  const copyOf = (node: GraphNode): GraphNode => copies.get(node)!;
  for (const node of inOrder(outputs)) {
    if (copies.has(node)) continue;
    copies.set(node, isWaiting(node) ? operation(node, node.inputs.map(copyOf)) : known(node));
  }
  return {
    leaves: placeholders,
    outputs: outputs.map((node) => {
      const { dtype, shape } = node;
      return operation({ operator: 'Identity', dtype, shape }, [copyOf(node)]);
    }),
  };
}

/** A tensor whose values are part of the model. */
function known(node: GraphNode): GraphNode {
  const { values, shape, dtype, embedded, fromHost, failure } = node;
  if (failure !== undefined) throw failure;
  if (embedded) return node;
  if (values === undefined) {
    throw new Error(
      'exportOnnx: the function reads a value while it is recorded, expected operations only; compute with tensors.'
    );
  }
  // Only numbers are looked into when the graph is simplified, not weights.
  return leaf(values, shape, dtype, { embedded: fromHost && sizeOf(shape) === 1 });
}
