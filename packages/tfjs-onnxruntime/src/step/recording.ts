import { engine } from '@tensorflow/tfjs-core';
import type { Tensor, Variable } from '@tensorflow/tfjs-core';
import type { OnnxRuntimeBackend } from '../backend.ts';
import { withoutInputs } from '../graph/copy.ts';
import { nodesCreated, operation } from '../graph/node.ts';
import type { GraphNode } from '../graph/node.ts';
import type { Segment } from '../graph/segment.ts';
import { checkFixed, checkResults } from './checks.ts';
import { isSource, sourcesOf, variables } from './sources.ts';
import type { Source } from './sources.ts';

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
 * @returns The results of this call, and the recording; none if the call made or disposed variables, which the next
 *  one will not do again.
 * @throws Error if a repetition could not be the same as another call.
 */
export function recordStep(
  backend: OnnxRuntimeBackend,
  inputs: readonly Tensor[],
  call: () => Tensor[]
): { results: Tensor[]; recording: StepRecording | undefined } {
  backend.recorder.cut();
  const before = variables();
  const sources = sourcesOf(backend, before, inputs);
  const newest = nodesCreated();
  const results = call();
  const after = variables();
  if (before.length !== after.length || before.some((variable, i) => variable !== after[i])) {
    backend.recorder.cut();
    return { results, recording: undefined };
  }
  const resultNodes = results.map((result) => backend.leafOf(result));
  const assigned = assignments(backend, after, sources.nodes);
  const segment = backend.recorder.cut();
  checkResults(segment, resultNodes);
  const origin = (leaf: GraphNode): Source | GraphNode =>
    sources.of(leaf) ?? checkFixed(leaf, newest);
  const feeds = segment.leaves.map(origin);
  const deliveries = assigned.map(({ variable, node }) => {
    const output = segment.outputs.indexOf(node);
    return { variable, output, source: output < 0 ? origin(node) : undefined };
  });
  const shapes = results.map(({ shape }) => shape);
  const places = resultNodes.map((node) => segment.outputs.indexOf(node));
  const replayed = replayer(backend, segment, feeds);
  const replay = (given: readonly Tensor[]): Tensor[] => {
    // What waits may be an input.
    backend.recorder.cut();
    const leafOf = (source: Source | GraphNode): GraphNode => {
      if (!isSource(source)) return source;
      return backend.leafOf(typeof source === 'number' ? given[source] : source);
    };
    // All of them before the first assignment: a step may exchange two variables.
    const moved = deliveries.map(({ source }) =>
      source === undefined ? undefined : leafOf(source)
    );
    const outputs = replayed(leafOf);
    deliveries.forEach(({ variable, output }, i) => {
      assign(backend, variable, moved[i] ?? outputs[output]);
    });
    return places.map((place, i) => tensorOf(backend, outputs[place], shapes[i]));
  };
  return { results, recording: { replay } };
}

/** The variables to which the step assigned something. */
function assignments(
  backend: OnnxRuntimeBackend,
  all: readonly Variable[],
  before: ReadonlyMap<Variable, GraphNode>
): { variable: Variable; node: GraphNode }[] {
  return all
    .map((variable) => ({ variable, node: backend.leafOf(variable) }))
    .filter(({ variable, node }) => before.get(variable) !== node);
}

/** Queues a segment's structure with other leaves; keeps nothing of the recorded values. */
function replayer(
  backend: OnnxRuntimeBackend,
  { structure, nodes, outputs }: Segment,
  feeds: readonly (Source | GraphNode)[]
): (leafOf: (feed: Source | GraphNode) => GraphNode) => GraphNode[] {
  const types = outputs.map(withoutInputs);
  const kept = nodes.map(withoutInputs);
  return (leafOf) => {
    const leaves = feeds.map(leafOf);
    const scheduled = types.map((type) => {
      const node = operation(type, []);
      node.scheduled = true;
      return node;
    });
    backend.executor.enqueue({ structure, nodes: kept, leaves, outputs: scheduled });
    return scheduled;
  };
}

function assign(backend: OnnxRuntimeBackend, variable: Variable, node: GraphNode): void {
  const tensor = tensorOf(backend, node, variable.shape);
  variable.assign(tensor);
  tensor.dispose();
}

function tensorOf(backend: OnnxRuntimeBackend, node: GraphNode, shape: number[]): Tensor {
  return engine().makeTensorFromTensorInfo({ ...backend.tensorOf(node), shape }, backend);
}
