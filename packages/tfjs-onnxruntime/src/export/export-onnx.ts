import { engine } from '@tensorflow/tfjs-core';
import type { OnnxRuntimeBackend } from '../backend.ts';
import type { Graph } from '../graph/copy.ts';
import type { GraphNode } from '../graph/node.ts';
import { inOrder } from '../graph/order.ts';
import { toOnnx } from '../onnx/from-graph.ts';
import { encodeModel } from '../onnx/model.ts';
import type { OnnxGraph, TensorType } from '../onnx/model.ts';
import { currentBackend } from '../register.ts';
import { lengthText, openLengths } from './lengths.ts';
import type { OpenLengths } from './lengths.ts';
import { merge } from './merge.ts';
import { naming } from './naming.ts';
import { record } from './record.ts';
import type { ExportedFunction, Recording } from './record.ts';
import { checkOutputNames, inputSignatures } from './signature.ts';
import type { InputSignature, InputSpec, ModelSignature } from './signature.ts';
import { writeWhole } from './write-file.ts';

/**
 * Writes what a function computes as an ONNX model, which any ONNX runtime can load.
 *
 * The function is called with tensors that have no values, several times if a length is open, so it
 * must do nothing but ask for operations. All tensors that it uses besides its inputs (the weights) are
 * stored in the model with the values that they have now. One output is called `output`, those of a list
 * `output0`, `output1`, …, those of an object as its keys.
 *
 * @param fn The function, e.g. `({ x }) => model.predict(x)`.
 * @param inputSpecs Shape and element type of each input by its name.
 * @param path Where the `.onnx` file is written.
 * @returns The names, types and shapes of the model's inputs and outputs.
 * @throws TypeError or RangeError if the inputs or outputs cannot be those of a model, or depend on an
 *   open length in a way that a model cannot.
 * @throws Error if another backend is in use, the model is too large for one file (2 GiB), or the file
 *   cannot be written.
 */
export async function exportOnnx(
  fn: ExportedFunction,
  inputSpecs: Readonly<Record<string, InputSpec>>,
  path: string
): Promise<ModelSignature> {
  const inputs = inputSignatures(inputSpecs);
  const backend = currentBackend();
  backend.recorder.cut();
  await backend.executor.drain();
  const model = firstThatWorks(openLengths(inputs), (open) => modelOf(backend, fn, inputs, open));
  await writeWhole(path, encodeModel(model));
  return { inputs, outputs: model.outputs };
}

/** Lengths that do not suit a function (a third of 23) are no reason to give up; other ones may. */
function firstThatWorks(
  choices: readonly OpenLengths[],
  attempt: (open: OpenLengths) => OnnxGraph
): OnnxGraph {
  const errors: unknown[] = [];
  for (const open of choices) {
    try {
      return attempt(open);
    } catch (error) {
      errors.push(error);
    }
  }
  throw errors[0];
}

function modelOf(
  backend: OnnxRuntimeBackend,
  fn: ExportedFunction,
  inputs: readonly InputSignature[],
  open: OpenLengths
): OnnxGraph {
  const recordings = open.samples.map((lengths) =>
    record(backend, fn, inputs, (name) => lengths[open.names.indexOf(name)])
  );
  const [{ outputNames }] = recordings;
  checkOutputNames(outputNames, inputs);
  const graph = merge(
    recordings.map((recording) => recording.graph),
    inputs,
    open
  );
  expectUseOfInputs(graph);
  expectSize(graph);
  const model = toOnnx(graph, naming(inputs, outputNames, weightNames(backend)));
  return { ...model, inputs, outputs: outputTypes(recordings, open) };
}

function outputTypes(recordings: readonly Recording[], open: OpenLengths): TensorType[] {
  const [{ graph, outputNames }] = recordings;
  return graph.outputs.map(({ dtype, shape }, i) => {
    const lengths = shape.map((_, axis) => {
      const values = recordings.map((recording) => recording.graph.outputs[i].shape[axis]);
      return lengthText(values, open, `${outputNames[i]}_${axis}`);
    });
    return { name: outputNames[i], dtype, shape: lengths };
  });
}

/** The names of the variables, by their values. */
function weightNames(backend: OnnxRuntimeBackend): Map<unknown, string> {
  const { registeredVariables, tensorInfo } = engine().state;
  // Those that TensorFlow.js numbers would make the file depend on how many there were before.
  const ours = Object.values(registeredVariables).filter(
    ({ dataId, name }) => tensorInfo.get(dataId)?.backend === backend && !/^\d+$/.test(name)
  );
  return new Map(ours.map((variable) => [backend.nodeOf(variable).values, variable.name]));
}

function expectUseOfInputs({ leaves, outputs }: Graph): void {
  const used = new Set<GraphNode | undefined>(inOrder(outputs));
  if (leaves.some((leaf) => used.has(leaf))) return;
  throw new RangeError(
    'exportOnnx: no output is computed from an input; use the tensors that the function is called with.'
  );
}

/** A protocol buffer has at most 2 GiB; a MiB is left for everything that is not a weight. */
const LARGEST = 2 ** 31 - 2 ** 20;

function expectSize({ outputs }: Graph): void {
  const bytes = inOrder(outputs).reduce((sum, { values }) => sum + (values?.byteLength ?? 0), 0);
  if (bytes <= LARGEST) return;
  throw new RangeError(
    `exportOnnx: the weights have ${bytes} bytes, expected at most ${LARGEST}, the size of one .onnx file; export parts of the model.`
  );
}
