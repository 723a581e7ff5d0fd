import { join, sep } from 'node:path';
import { env, setBackend } from '@tensorflow/tfjs-core';
import { InputError } from '@deelema/events';
import { backendLine, chooseBackend } from './backend/choice.mjs';
import type { Backend, BackendSettings } from './backend/choice.mjs';
import { PACKAGES, installCommand, packageFolder } from './backend/packages.mjs';
import type { BackendName, Provider } from './backend/packages.mjs';

export type { Backend };

/**
 * Makes the backend that the settings stand for the current one of TensorFlow.js.
 *
 * @param settings Which one, and how it computes; see `chooseBackend`.
 * @param log Told which it is, and why any before it were passed over.
 * @returns The backend in use, which is the one that the key of the training names.
 * @throws InputError if none can start or the chosen one does not load, with how to install it.
 */
export async function useBackend(
  settings: BackendSettings,
  log: (line: string) => void
): Promise<Backend> {
  // Otherwise TensorFlow.js prints advice on how to install other backends.
  env().set('PROD', true);
  const { backend, problems } = chooseBackend(settings);
  if (backend === undefined) throw unavailable(settings, problems.join('; '));
  for (const problem of problems) log(problem);
  try {
    await LOADERS[backend.name](backend);
  } catch (error) {
    const [reason] = (error as Error).message.split('\n');
    throw unavailable(settings, `${backend.name} does not load: ${reason}`);
  }
  log(`backend ${backendLine(backend)}`);
  return backend;
}

const LOADERS: Readonly<Record<BackendName, (backend: Backend) => Promise<void>>> = {
  async 'tensorflow-gpu'() {
    const name: string = PACKAGES['tensorflow-gpu'];
    await import(name);
    await activate('tensorflow');
  },
  async onnxruntime({ provider, threads }) {
    const { useOnnxRuntime } = await import('@deelema/tfjs-onnxruntime');
    await useOnnxRuntime({ provider: provider!, threads: threads! });
  },
  async wasm() {
    const wasm = await import('@tensorflow/tfjs-backend-wasm');
    wasm.setWasmPaths(join(packageFolder('wasm')!, 'dist') + sep);
    // Sums over events must not be split differently on a machine with more cores.
    wasm.setThreadsCount(1);
    await activate('wasm');
  },
  async cpu() {
    await import('@tensorflow/tfjs-backend-cpu');
    await activate('cpu');
  },
};

async function activate(name: string): Promise<void> {
  if (!(await setBackend(name))) throw new Error(`TensorFlow.js cannot initialise ${name}`);
}

function unavailable({ backend, provider }: BackendSettings, why: string): InputError {
  const name = backend === 'auto' ? 'onnxruntime' : backend;
  const instead =
    provider !== 'cpu'
      ? ', or set train.provider to cpu'
      : backend !== 'auto'
        ? ', or set train.backend to auto'
        : '';
  return new InputError(
    `No backend for these settings: ${why}; ${remedy(name, provider)}${instead}.`
  );
}

function remedy(name: BackendName, provider: Provider): string {
  if (provider === 'webgpu') return 'install a driver for Vulkan, Metal or Direct3D 12';
  const command = `install it with "${installCommand(name, provider)}"`;
  return provider === 'cuda' ? `${command} on a machine with CUDA 12 and cuDNN 9` : command;
}
