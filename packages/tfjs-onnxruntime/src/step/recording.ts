import { engine } from '@tensorflow/tfjs-core';
import type { Tensor, Variable } from '@tensorflow/tfjs-core';
import type { OnnxRuntimeBackend } from '../backend.ts';
import { withoutInputs } from '../graph/copy.ts';
import { isSplat, nodesCreated, operation, sizeOf } from '../graph/node.ts';
import type { GraphNode } from '../graph/node.ts';
import type { Segment } from '../graph/segment.ts';

/** A variable, or the position of an input or result. */
type Place = Variable | number;

/** A step that can be taken again. */
export interface StepRecording {
  /**
   * Queues the step for other inputs and the present values of the variables, which are then assigned.
   *
   * @param inputs Of the recorded types and shapes.
   * @returns The step's results, which wait to be computed.
   */
  replay(inputs: readonly Tensor[]): Tensor[];
}

/**
 * Calls a step and records it.
 *
 * @param backend On which it computes.
 * @param inputs The inputs of the call.
 * @param call Calls the step.
 * @returns The results of this call, and the recording.
 * @throws Error if a repetition could not be the same as another call.
 */
export function recordStep(
  backend: OnnxRuntimeBackend,
  inputs: readonly Tensor[],
  call: () => Tensor[]
): { results: Tensor[]; recording: StepRecording } {
  backend.recorder.cut();
  const sources = sourcesOf(backend, inputs);
  const newest = nodesCreated();
  const results = call();
  const destinations = destinationsOf(backend, results);
  const segment = backend.recorder.cut();
  checkResults(backend, segment, results);
  const feeds = segment.leaves.map((leaf) => sources.get(leaf) ?? checkFixed(leaf, newest));
  const places = segment.outputs.map((output) => destinations.get(output) ?? []);
  const nodes = segment.nodes.map(withoutInputs);
  const types = segment.outputs.map(withoutInputs);
  const { structure } = segment;
  const shapes = results.map(({ shape }) => shape);
  return {
    results,
    recording: {
      replay(given) {
        // What waits may be an input.
        backend.recorder.cut();
        const leaves = feeds.map((feed) => {
          if (isNode(feed)) return feed;
          return backend.leafOf(typeof feed === 'number' ? given[feed] : feed);
        });
        const outputs = types.map(scheduled);
        backend.executor.enqueue({ structure, nodes, leaves, outputs });
        return deliver(backend, outputs, places, shapes);
      },
    },
  };
}

function isNode(feed: Place | GraphNode): feed is GraphNode {
  return typeof feed === 'object' && 'operator' in feed;
}

/** What each fed tensor stands for. */
function sourcesOf(backend: OnnxRuntimeBackend, inputs: readonly Tensor[]): Map<GraphNode, Place> {
  const sources = new Map<GraphNode, Place>();
  const note = (tensor: Tensor, place: Place): void => {
    const node = backend.leafOf(tensor);
    if (sources.has(node)) {
      throw new Error(
        `compileStep: two of the inputs and variables share one tensor of shape [${tensor.shape.join()}], expected each to have its own; copy one of them with tf.add(x, 0).`
      );
    }
    sources.set(node, place);
  };
  for (const variable of variables()) note(variable, variable);
  inputs.forEach(note);
  return sources;
}

/** Who gets each computed tensor. */
function destinationsOf(
  backend: OnnxRuntimeBackend,
  results: readonly Tensor[]
): Map<GraphNode, Place[]> {
  const destinations = new Map<GraphNode, Place[]>();
  const note = (tensor: Tensor, place: Place): void => {
    const node = backend.leafOf(tensor);
    destinations.set(node, [...(destinations.get(node) ?? []), place]);
  };
  for (const variable of variables()) note(variable, variable);
  results.forEach(note);
  return destinations;
}

function variables(): Variable[] {
  return Object.values(engine().registeredVariables).filter((variable) => !variable.isDisposed);
}

function checkResults(
  backend: OnnxRuntimeBackend,
  segment: Segment | undefined,
  results: readonly Tensor[]
): asserts segment is Segment {
  const missing = results.findIndex(
    (result) => segment?.outputs.includes(backend.leafOf(result)) !== true
  );
  if (segment !== undefined && missing < 0) return;
  throw new Error(
    `compileStep: result ${Math.max(missing, 0)} of the step is not computed in it, expected one that depends on its inputs or variables.`
  );
}

/** A leaf that is the same in every step: a number, a position, or a tensor from outside the step. */
function checkFixed(leaf: GraphNode, newest: number): GraphNode {
  const outside = !leaf.fromHost || leaf.id <= newest;
  const isNumber = sizeOf(leaf.shape) === 1 || leaf.dtype === 'int64';
  // TensorFlow.js's gradients write zeros and ones.
  if (outside || isNumber || isSplat(leaf.values!)) return leaf;
  throw new Error(
    `compileStep: the step itself makes a tensor of shape [${leaf.shape.join()}] from data or random numbers, which would be the same in every step; make it outside and pass it as an input.`
  );
}

function scheduled(type: GraphNode): GraphNode {
  const node = operation(type, []);
  node.scheduled = true;
  return node;
}

/** Assigns computed tensors to variables and collects the results. */
function deliver(
  backend: OnnxRuntimeBackend,
  outputs: readonly GraphNode[],
  places: readonly (readonly Place[])[],
  shapes: readonly number[][]
): Tensor[] {
  const results: Tensor[] = [];
  outputs.forEach((output, i) => {
    for (const place of places[i]) {
      const shape = typeof place === 'number' ? shapes[place] : place.shape;
      const info = { ...backend.tensorOf(output), shape };
      const tensor = engine().makeTensorFromTensorInfo(info, backend);
      if (typeof place === 'number') {
        results[place] = tensor;
        continue;
      }
      place.assign(tensor);
      tensor.dispose();
    }
  });
  return results;
}
