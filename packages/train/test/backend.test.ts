import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { availableParallelism, cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { InputError } from '@deelema/events';
import { add, env, getBackend, tensor1d } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { backendLine, chooseBackend } from '../src/backend/choice.mjs';
import type { BackendSettings } from '../src/backend/choice.mjs';
import { PACKAGES, installCommand, packageFolder } from '../src/backend/packages.mjs';
import { useBackend } from '../src/backend.ts';

const SCRIPT = fileURLToPath(new URL('../src/backend-candidates.mjs', import.meta.url));
const gpuInstalled = packageFolder('tensorflow-gpu') !== undefined;
const versionOf = (name: string): string =>
  (createRequire(import.meta.url)(`${name}/package.json`) as { version: string }).version;
const wasmVersion = versionOf('@tensorflow/tfjs-backend-wasm');
const engineVersion = versionOf('onnxruntime-node');
const device = cpus()[0]?.model.trim() || 'unknown device';

const settings = (changes: Partial<BackendSettings> = {}): BackendSettings => ({
  backend: 'auto',
  provider: 'cpu',
  threads: 'auto',
  ...changes,
});
const cudaStarts = chooseBackend(settings({ provider: 'cuda' })).backend !== undefined;

const print = (...args: string[]): string =>
  execFileSync(process.execPath, [SCRIPT, ...args], { encoding: 'utf8' });

describe('chooseBackend', () => {
  it.skipIf(gpuInstalled)('takes onnxruntime under auto, and passes over nothing', () => {
    const backend = {
      name: 'onnxruntime',
      version: engineVersion,
      provider: 'cpu',
      threads: availableParallelism(),
      device,
    };
    expect(chooseBackend(settings())).toEqual({ backend, problems: [] });
  });

  it('takes as many threads as are asked for', () => {
    expect(chooseBackend(settings({ threads: 3 })).backend?.threads).toBe(3);
  });

  it('says nothing of threads and device where they change nothing', () => {
    for (const [backend, version] of [
      ['wasm', wasmVersion],
      ['cpu', versionOf('@tensorflow/tfjs-backend-cpu')],
    ] as const) {
      const choice = chooseBackend(settings({ backend, threads: 3 }));
      expect(choice).toEqual({ backend: { name: backend, version }, problems: [] });
    }
  });

  it.skipIf(gpuInstalled)('takes a backend asked for by name, or none', () => {
    const problem = 'tensorflow-gpu does not start: @tensorflow/tfjs-node-gpu is not installed';
    const choice = chooseBackend(settings({ backend: 'tensorflow-gpu' }));
    expect(choice).toEqual({ backend: undefined, problems: [problem] });
  });

  it.skipIf(cudaStarts)('takes a provider that is asked for, or none: starting tells', () => {
    const { backend, problems } = chooseBackend(settings({ provider: 'cuda' }));
    expect(backend).toBeUndefined();
    // The reason is ONNX Runtime's own.
    expect(problems.join('\n')).toMatch(/^onnxruntime does not start: .*Cuda.*$/);
  });
});

describe('backendLine', () => {
  it('names all that decides the last bits', () => {
    const backend = { name: 'onnxruntime', version: '1.30.0', provider: 'cuda' } as const;
    const line = 'onnxruntime 1.30.0, cuda, 1 thread, A GPU';
    expect(backendLine({ ...backend, threads: 1, device: 'A GPU' })).toBe(line);
  });
});

describe('backend-candidates.mjs', () => {
  it('prints the choice as one line, which is what the stage records', () => {
    const line = `onnxruntime ${engineVersion}, cpu, 2 threads, ${device}`;
    expect(print('onnxruntime', 'cpu', '2')).toBe(`${line}\n`);
    expect(print('wasm', 'cpu', '2')).toBe(`wasm ${wasmVersion}\n`);
    const { backend } = chooseBackend(settings());
    expect(print('auto', 'cpu', 'auto')).toBe(`${backendLine(backend!)}\n`);
  });

  it('prints that there is none, and why, without failing', () => {
    expect(print('abacus')).toBe('unavailable: no backend abacus\n');
    expect(print('onnxruntime', 'abacus')).toMatch(
      /^unavailable: onnxruntime does not start: .*abacus.*\n$/
    );
  });
});

describe('installCommand', () => {
  it('asks for the version that is installed here, and leaves the lock file alone', () => {
    const command = `npm install --no-save @tensorflow/tfjs-backend-wasm@${wasmVersion}`;
    expect(installCommand('wasm')).toBe(command);
    expect(print('--install', 'wasm')).toBe(`${command}\n`);
    // A dependency: what is missing of it is brought back with all others.
    expect(print('--install', 'onnxruntime')).toBe('npm ci\n');
  });

  it('knows the GPU backend too, which is a peer dependency of the same version', () => {
    expect(print('--install', 'tensorflow-gpu')).toBe(
      `npm install --no-save --ignore-scripts=false @tensorflow/tfjs-node-gpu@${wasmVersion}\n`
    );
  });

  it('fetches the CUDA library of onnxruntime by the install script of its package', () => {
    expect(print('--install', 'onnxruntime', 'cuda')).toBe(
      'ONNXRUNTIME_NODE_INSTALL=1 node node_modules/onnxruntime-node/script/install.js\n'
    );
  });
});

describe('useBackend', () => {
  it('loads wasm with SIMD and without threads', async () => {
    const backend = await useBackend(settings({ backend: 'wasm' }), () => undefined);
    expect(backend).toEqual({ name: 'wasm', version: wasmVersion });
    expect(getBackend()).toBe('wasm');
    expect(await env().getAsync('WASM_HAS_SIMD_SUPPORT')).toBe(true);
    const { getThreadsCount } = await import('@tensorflow/tfjs-backend-wasm');
    expect(getThreadsCount()).toBe(1);
  });

  it('loads cpu when asked for it', async () => {
    const { name } = await useBackend(settings({ backend: 'cpu' }), () => undefined);
    expect(name).toBe('cpu');
    expect(getBackend()).toBe('cpu');
  });

  it('loads onnxruntime, says so and computes with it', async () => {
    const lines: string[] = [];
    const wanted = settings({ backend: 'onnxruntime', threads: 2 });
    await useBackend(wanted, (line) => lines.push(line));
    expect(lines).toEqual([`backend onnxruntime ${engineVersion}, cpu, 2 threads, ${device}`]);
    expect(getBackend()).toBe('onnxruntime');
    const { engineStatistics } = await import('@deelema/tfjs-onnxruntime');
    const { runs } = engineStatistics();
    expect([...(await add(tensor1d([1, 2]), 1).data())]).toEqual([2, 3]);
    expect(engineStatistics().runs).toBe(runs + 1);
  });

  it.skipIf(gpuInstalled)(
    'refuses a backend that is not installed, with how to install it',
    async () => {
      const refused = useBackend(settings({ backend: 'tensorflow-gpu' }), () => undefined);
      await expect(refused).rejects.toThrow(
        `No backend for these settings: tensorflow-gpu does not start: ${PACKAGES['tensorflow-gpu']} is not installed; install it with "npm install --no-save --ignore-scripts=false @tensorflow/tfjs-node-gpu@${wasmVersion}", or set train.backend to auto.`
      );
      await expect(refused).rejects.toBeInstanceOf(InputError);
    }
  );

  it.skipIf(cudaStarts)('refuses a provider that does not start, under auto too', async () => {
    const refused = useBackend(settings({ provider: 'cuda' }), () => undefined);
    await expect(refused).rejects.toThrow(
      /^No backend for these settings: onnxruntime does not start: .*; install it with "ONNXRUNTIME_NODE_INSTALL=1 node .*install\.js" on a machine with CUDA 12 and cuDNN 9, or set train\.provider to cpu\.$/
    );
  });
});
