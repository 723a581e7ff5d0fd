import { findBackendFactory, getBackend, registerBackend, setBackend } from '@tensorflow/tfjs-core';
import { BACKEND_NAME, OnnxRuntimeBackend } from './backend.ts';
import { DEFAULT_OPTIONS, checkOptions } from './engine/options.ts';
import type { EngineOptions, Provider } from './engine/options.ts';
import type { Statistics } from './engine/executor.ts';
import { compile, loadRuntime } from './engine/runtime.ts';
import './kernels/index.ts';
import { encodeModel } from './onnx/model.ts';

let options: EngineOptions = DEFAULT_OPTIONS;
let current: OnnxRuntimeBackend | undefined;
/** The provider that is known to start. */
let started: Provider | undefined;

register();

function register(): void {
  registerBackend(
    BACKEND_NAME,
    async () => {
      await loadRuntime();
      current = new OnnxRuntimeBackend(() => options);
      return current;
    },
    // Never chosen by itself: a program that reads with dataSync() would break.
    0
  );
}

/**
 * Makes `onnxruntime` the current backend of TensorFlow.js.
 *
 * `tf.setBackend('onnxruntime')` does the same with the settings as they are, but only returns false
 * where this explains what is wrong.
 *
 * @param changes Settings to change; compiled graphs are dropped if there are any.
 * @returns All settings in use.
 * @throws RangeError if a setting cannot be.
 * @throws Error if the native library does not load or the execution provider does not start, with what to do.
 */
export async function useOnnxRuntime(changes: Partial<EngineOptions> = {}): Promise<EngineOptions> {
  const wanted = { ...options, ...changes };
  checkOptions(wanted);
  if (started !== wanted.provider) await tryProvider(wanted);
  const names = Object.keys(wanted) as (keyof EngineOptions)[];
  const changed = names.some((name) => wanted[name] !== options[name]);
  options = wanted;
  // What is recorded already may be computed under either settings; nothing compiled under the old ones is kept.
  if (changed) await current?.executor.release();
  // It may have been removed.
  if (!findBackendFactory(BACKEND_NAME)) register();
  if (!(await setBackend(BACKEND_NAME))) {
    throw new Error(
      'TensorFlow.js cannot initialise the onnxruntime backend; look for its warning above.'
    );
  }
  return options;
}

/**
 * The backend, if it is the current one.
 *
 * @throws Error if another one is.
 */
export function currentBackend(): OnnxRuntimeBackend {
  if (current === undefined || getBackend() !== BACKEND_NAME) {
    throw new Error(
      `The current backend is ${getBackend()}, expected onnxruntime; call "await useOnnxRuntime()" before.`
    );
  }
  return current;
}

/** Compiles the smallest graph there is, before anything depends on the provider. */
async function tryProvider(wanted: EngineOptions): Promise<void> {
  const x = { name: 'x', dtype: 'float32', shape: [] } as const;
  const y = { ...x, name: 'y' };
  const identity = { operator: 'Identity', attributes: undefined, inputs: ['x'], outputs: ['y'] };
  const graph = { operations: [identity], initializers: [], inputs: [x], outputs: [y] };
  const session = await compile(encodeModel(graph), { ...wanted, profile: undefined });
  await session.release();
  started = wanted.provider;
}

/** What the engine has done since the backend was first used. */
export interface EngineStatistics extends Readonly<Statistics> {
  /** Number of compiled graphs kept at the moment. */
  readonly compiledGraphs: number;
}

/**
 * Counts and times of the engine.
 *
 * @returns Numbers since the backend was first used; all 0 before.
 */
export function engineStatistics(): EngineStatistics {
  if (current === undefined) {
    return { runs: 0, compiles: 0, runTime: 0, compileTime: 0, compiledGraphs: 0 };
  }
  const { statistics, compiledGraphs } = current.executor;
  return { ...statistics, compiledGraphs };
}
