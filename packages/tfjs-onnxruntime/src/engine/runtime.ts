import type * as OnnxRuntime from 'onnxruntime-node';
import { PROVIDERS } from './options.ts';
import type { EngineOptions, Provider } from './options.ts';

/** The native library's JavaScript side. */
export type Runtime = typeof OnnxRuntime;
/** A compiled graph. */
export type Session = OnnxRuntime.InferenceSession;

let loaded: Promise<Runtime> | undefined;

/**
 * Loads onnxruntime-node, once.
 *
 * @returns The module.
 * @throws Error if it is not installed or its native library does not load, with what to do.
 */
export async function loadRuntime(): Promise<Runtime> {
  loaded ??= import('onnxruntime-node').then(quiet, (error: unknown) => {
    loaded = undefined;
    const [reason] = (error as Error).message.split('\n');
    throw new Error(
      `The native library of onnxruntime-node does not load on ${process.platform}/${process.arch}: ${reason}; remove node_modules/onnxruntime-node and install it again with "npm install --ignore-scripts".`,
      { cause: error }
    );
  });
  return loaded;
}

/** What goes wrong is thrown; without this it is printed as well, in red. */
function quiet(runtime: Runtime): Runtime {
  runtime.env.logLevel = 'fatal';
  return runtime;
}

/** A provider and whether its library is installed; whether it can start is known when it has. */
export interface ProviderStatus {
  readonly name: Provider;
  readonly bundled: boolean;
}

/**
 * The execution providers of this installation.
 *
 * @returns Those of `cpu`, `cuda`, `webgpu` that ONNX Runtime was built with.
 */
export async function availableProviders(): Promise<ProviderStatus[]> {
  const { listSupportedBackends } = await loadRuntime();
  const known: readonly string[] = PROVIDERS;
  return listSupportedBackends()
    .filter(({ name }) => known.includes(name))
    .map(({ name, bundled }) => ({ name: name as Provider, bundled }));
}

/**
 * Compiles a model.
 *
 * @param model Bytes of an ONNX model.
 * @param options Of the engine.
 * @returns The session; free it with `release`.
 * @throws Error if the provider cannot start or the model is refused.
 */
export async function compile(
  model: Uint8Array,
  { provider, threads, spinning, graphOptimization, profile }: EngineOptions
): Promise<Session> {
  const { InferenceSession } = await loadRuntime();
  try {
    return await InferenceSession.create(model, {
      executionProviders: [provider],
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      extra: { session: { intra_op: { allow_spinning: spinning ? '1' : '0' } } },
      graphOptimizationLevel: graphOptimization,
      // What goes wrong is thrown; its warnings are about its own rewriting.
      logSeverityLevel: 4,
      ...(profile === undefined ? {} : { enableProfiling: true, profileFilePrefix: profile }),
    });
  } catch (error) {
    throw explained(provider, error as Error);
  }
}

function explained(provider: Provider, error: Error): Error {
  const [reason] = error.message.split('\n');
  if (provider === 'cpu') {
    return new Error(`ONNX Runtime does not accept the graph: ${reason}`, { cause: error });
  }
  const remedy =
    provider === 'cuda'
      ? 'fetch its library with "ONNXRUNTIME_NODE_INSTALL=1 node node_modules/onnxruntime-node/script/install.js" on a Linux machine with CUDA 12 and cuDNN 9'
      : 'it needs a Vulkan, Metal or Direct3D 12 driver';
  return new Error(
    `The execution provider ${provider} does not start: ${reason}; ${remedy}, or use provider "cpu".`,
    { cause: error }
  );
}
