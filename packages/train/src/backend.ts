import { sep, join } from 'node:path';
import { env, setBackend } from '@tensorflow/tfjs-core';
import { InputError } from '@deelema/events';
import { PACKAGES, candidates, installCommand } from './backend-candidates.mjs';
import type { BackendChoice, BackendName, Candidate } from './backend-candidates.mjs';

/** The backend in use. */
export interface Backend {
  readonly name: BackendName;
  /** Version of its npm package. */
  readonly version: string;
}

/**
 * Loads a TensorFlow.js backend and makes it the current one.
 *
 * @param choice The setting. `auto` takes `tensorflow-gpu` if it is installed and loads, else `wasm`;
 *  never `cpu`, which is far slower. A backend asked for by name is taken or refused.
 * @param log Told when an installed backend does not load.
 * @returns The backend in use.
 * @throws InputError if none loads, with how to install one.
 */
export async function useBackend(
  choice: BackendChoice,
  log: (line: string) => void
): Promise<Backend> {
  // Otherwise TensorFlow.js prints advice on how to install other backends.
  env().set('PROD', true);
  const reasons: string[] = [];
  for (const candidate of candidates(choice)) {
    try {
      await LOADERS[candidate.name](candidate);
      return { name: candidate.name, version: candidate.version };
    } catch (error) {
      const [reason] = (error as Error).message.split('\n');
      reasons.push(`${candidate.name} does not load: ${reason}`);
      log(reasons.at(-1)!);
    }
  }
  throw unavailable(choice, reasons);
}

const LOADERS: Readonly<Record<BackendName, (candidate: Candidate) => Promise<void>>> = {
  async 'tensorflow-gpu'() {
    const name: string = PACKAGES['tensorflow-gpu'];
    await import(name);
    await activate('tensorflow');
  },
  async wasm({ dir }) {
    const wasm = await import('@tensorflow/tfjs-backend-wasm');
    wasm.setWasmPaths(join(dir, 'dist') + sep);
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

function unavailable(choice: BackendChoice, reasons: readonly string[]): InputError {
  const name = choice === 'auto' ? 'wasm' : choice;
  const why = reasons.length === 0 ? `${PACKAGES[name]} is not installed` : reasons.join('; ');
  const instead = choice === 'auto' ? '' : ', or set train.backend to auto';
  return new InputError(
    `The backend ${choice} cannot be used: ${why}; install it with "${installCommand(name)}"${instead}.`
  );
}
