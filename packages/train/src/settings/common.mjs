// @ts-check
import { z } from 'zod';

export const seed = z
  .int()
  .nonnegative()
  .describe('Seed of the initial weights and of the order of the events.');

export const beamEnergy = z
  .number()
  .positive()
  .default(13000)
  .describe('√s of the proton beams together, GeV.');

/** What computes. */
export const backend = {
  backend: z
    .enum(['auto', 'tensorflow-gpu', 'onnxruntime', 'wasm', 'cpu'])
    .default('auto')
    .describe(
      'What computes: "auto" takes the first that starts of tensorflow-gpu (if @tensorflow/tfjs-node-gpu is installed), onnxruntime and wasm; "cpu" is plain JavaScript, very slow.'
    ),
  provider: z
    .enum(['cpu', 'cuda', 'webgpu'])
    .default('cpu')
    .describe(
      'What carries out the graphs of onnxruntime: the processor, an NVIDIA GPU, or any GPU through WebGPU.'
    ),
  threads: z
    .union([z.literal('auto'), z.int().min(1).max(1024)], {
      error: 'expected "auto" or a whole number from 1 to 1024',
    })
    .default('auto')
    .describe(
      'Threads of onnxruntime: "auto" is one per core. The same bits come only from the same number: give one to get them from machines with different numbers of cores.'
    ),
};

/**
 * Refuses a provider that only another backend has.
 *
 * @template {z.ZodType<{ backend: string, provider: string }>} T
 * @param {T} settings
 */
export const withBackendChecked = (settings) =>
  settings.refine(
    ({ backend: name, provider }) =>
      provider === 'cpu' || name === 'auto' || name === 'onnxruntime',
    { path: ['provider'], message: 'expected "cpu", because only onnxruntime has other providers' }
  );
