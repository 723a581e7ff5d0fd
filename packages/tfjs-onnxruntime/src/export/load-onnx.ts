import { readFile } from 'node:fs/promises';
import type { InferenceSession, OnnxValue, Tensor, TypedTensor } from 'onnxruntime-node';
import { DEFAULT_OPTIONS, checkOptions } from '../engine/options.ts';
import type { EngineOptions } from '../engine/options.ts';
import { compile, loadRuntime } from '../engine/runtime.ts';
import type { Session } from '../engine/runtime.ts';
import { ARRAYS, checkFeeds } from './feeds.ts';
import type { ModelTensor } from './feeds.ts';
import type { ModelSignature, TensorSignature } from './signature.ts';

/** Settings of a loaded model. */
export type ModelOptions = Partial<
  Pick<EngineOptions, 'threads' | 'provider' | 'graphOptimization'>
>;

/** A model that can be run, without TensorFlow.js. */
export interface OnnxModel extends ModelSignature {
  /**
   * Computes the outputs.
   *
   * @param feeds A tensor for each input, by name.
   * @returns The outputs by name.
   * @throws TypeError or RangeError if a tensor is missing, or not what the model takes.
   */
  run(feeds: Readonly<Record<string, ModelTensor>>): Promise<Record<string, ModelTensor>>;
  /** Frees the model; it cannot be run any more. */
  release(): Promise<void>;
}

/**
 * Loads an ONNX model, one written by `exportOnnx` or any other whose inputs and outputs are tensors of numbers.
 *
 * @param path Of the `.onnx` file, which holds the weights as well.
 * @param options What differs from the settings that `useOnnxRuntime` begins with.
 * @returns The model; free it with `release`.
 * @throws Error if the file cannot be read, is not a whole model, or has inputs or outputs of another kind.
 * @throws RangeError if an option cannot be.
 */
export async function loadOnnx(path: string, options: ModelOptions = {}): Promise<OnnxModel> {
  const all = { ...DEFAULT_OPTIONS, ...options };
  checkOptions(all);
  const session = await sessionOf(path, await bytesOf(path), all);
  const signature = (all: readonly InferenceSession.ValueMetadata[]): TensorSignature[] =>
    all.map((one) => signatureOf(path, one));
  const inputs = signature(session.inputMetadata);
  const outputs = signature(session.outputMetadata);
  let released: Promise<void> | undefined;
  return {
    inputs,
    outputs,
    async run(feeds) {
      if (released !== undefined) {
        throw new Error(`"${path}" was released; load it again with loadOnnx.`);
      }
      checkFeeds(path, inputs, feeds);
      return runSession(session, inputs, feeds);
    },
    release: () => (released ??= session.release()),
  };
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new Error(`loadOnnx: "${path}" cannot be read (${(error as Error).message}).`, {
      cause: error,
    });
  }
}

async function sessionOf(
  path: string,
  bytes: Uint8Array,
  options: EngineOptions
): Promise<Session> {
  if (bytes.length === 0) throw new Error(`loadOnnx: "${path}" is empty, expected an ONNX model.`);
  try {
    return await compile(bytes, options);
  } catch (error) {
    throw new Error(
      `loadOnnx: "${path}" is not a whole ONNX model that can be run here. ${(error as Error).message}`,
      { cause: error }
    );
  }
}

function signatureOf(path: string, tensor: InferenceSession.ValueMetadata): TensorSignature {
  if (!tensor.isTensor || !(tensor.type in ARRAYS)) {
    const kind = tensor.isTensor ? `a tensor of type ${tensor.type}` : 'not a tensor';
    throw new TypeError(
      `loadOnnx: "${tensor.name}" of "${path}" is ${kind}, expected tensors of type ${Object.keys(ARRAYS).join(', ')}.`
    );
  }
  return { name: tensor.name, dtype: tensor.type, shape: tensor.shape };
}

async function runSession(
  session: Session,
  inputs: readonly TensorSignature[],
  feeds: Readonly<Record<string, ModelTensor>>
): Promise<Record<string, ModelTensor>> {
  const { Tensor: OrtTensor } = await loadRuntime();
  const fed = inputs.map(({ name, dtype }) => {
    const { data, shape } = feeds[name];
    // The constructor's overloads do not know that element type and array belong together.
    return [name, new OrtTensor(dtype as 'float32', data as Float32Array, shape)] as const;
  });
  const results = await session.run(Object.fromEntries(fed));
  return Object.fromEntries(
    Object.entries(results).map(([name, value]: [string, OnnxValue]) => {
      const { data, dims } = value as TypedTensor<Exclude<Tensor.Type, 'string'>>;
      return [name, { data, shape: dims }];
    })
  );
}
