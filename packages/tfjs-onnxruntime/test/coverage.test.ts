import { readFileSync } from 'node:fs';
import { engine, getKernelsForBackend } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import { kernelTable } from '../scripts/kernel-table.mjs';
import { supportedKernels, useOnnxRuntime } from '../src/index.ts';
import { unsupportedKernels } from '../src/kernels/unsupported.ts';

const supported = supportedKernels();
const unsupported = unsupportedKernels();

function kernelsOf(backend: string): string[] {
  return getKernelsForBackend(backend)
    .map(({ kernelName }) => kernelName)
    .sort();
}

describe('the kernels of the cpu backend', () => {
  it('are each either supported or listed with a reason', () => {
    expect([...supported, ...Object.keys(unsupported)].sort()).toEqual(kernelsOf('cpu'));
  });

  it('are all registered', () => {
    expect(kernelsOf('onnxruntime')).toEqual(kernelsOf('cpu'));
  });
});

describe('a kernel that is not supported', () => {
  it.each(Object.entries(unsupported))('%s: %s', async (kernel, reason) => {
    await useOnnxRuntime();
    expect(() => engine().runKernel(kernel, {}, {})).toThrow(
      `The kernel ${kernel} is not supported by the onnxruntime backend: ${reason}; compute it on another backend (tf.setBackend('cpu')).`
    );
  });
});

it('docs/kernels.md lists them', () => {
  const page = readFileSync(new URL('../docs/kernels.md', import.meta.url), 'utf8');
  expect(page, 'run: node scripts/write-kernel-table.mjs').toBe(
    kernelTable(supported, unsupported)
  );
});
