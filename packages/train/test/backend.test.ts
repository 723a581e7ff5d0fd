import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { InputError } from '@deelema/events';
import { env, getBackend } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { candidates, describeChoice, installCommand } from '../src/backend-candidates.mjs';
import { useBackend } from '../src/backend.ts';

const SCRIPT = fileURLToPath(new URL('../src/backend-candidates.mjs', import.meta.url));
const gpuInstalled = candidates('tensorflow-gpu').length > 0;
const { version } = createRequire(import.meta.url)(
  '@tensorflow/tfjs-backend-wasm/package.json'
) as {
  version: string;
};

const print = (...args: string[]): string =>
  execFileSync(process.execPath, [SCRIPT, ...args], { encoding: 'utf8' });

describe('backend candidates', () => {
  it('never fall back to cpu under auto', () => {
    expect(candidates('auto').map(({ name }) => name)).not.toContain('cpu');
    expect(candidates('auto').at(-1)?.name).toBe('wasm');
  });

  it('are printed as one line with the version', () => {
    expect(print('wasm')).toBe(`wasm ${version}\n`);
    expect(print('cpu')).toBe(`cpu ${version}\n`);
  });

  it('are printed as unavailable, without failing, where there are none', () => {
    expect(print('abacus')).toBe('unavailable: unknown backend abacus\n');
  });

  it.skipIf(gpuInstalled)('notice that the GPU backend is not installed', () => {
    expect(describeChoice('tensorflow-gpu')).toBe('unavailable: tensorflow-gpu');
    expect(print('auto')).toBe(`wasm ${version}\n`);
  });
});

describe('installCommand', () => {
  it('asks for the version that is installed here, and leaves the lock file alone', () => {
    const command = `npm install --no-save @tensorflow/tfjs-backend-wasm@${version}`;
    expect(installCommand('wasm')).toBe(command);
    expect(print('--install', 'wasm')).toBe(`${command}\n`);
  });

  it('knows the GPU backend too, which is a peer dependency of the same version', () => {
    expect(print('--install', 'tensorflow-gpu')).toBe(
      `npm install --no-save @tensorflow/tfjs-node-gpu@${version}\n`
    );
  });
});

describe('useBackend', () => {
  it('loads wasm with SIMD and without threads', async () => {
    const backend = await useBackend('wasm', () => undefined);
    expect(backend).toEqual({ name: 'wasm', version });
    expect(getBackend()).toBe('wasm');
    expect(await env().getAsync('WASM_HAS_SIMD_SUPPORT')).toBe(true);
    const { getThreadsCount } = await import('@tensorflow/tfjs-backend-wasm');
    expect(getThreadsCount()).toBe(1);
  });

  it('loads cpu when asked for it', async () => {
    expect((await useBackend('cpu', () => undefined)).name).toBe('cpu');
    expect(getBackend()).toBe('cpu');
  });

  it.skipIf(gpuInstalled)(
    'refuses a backend that is not installed, with how to install it',
    async () => {
      const refused = useBackend('tensorflow-gpu', () => undefined);
      await expect(refused).rejects.toThrow(
        `The backend tensorflow-gpu cannot be used: @tensorflow/tfjs-node-gpu is not installed; install it with "npm install --no-save @tensorflow/tfjs-node-gpu@${version}", or set train.backend to auto.`
      );
      await expect(refused).rejects.toBeInstanceOf(InputError);
    }
  );
});
