import { env, setBackend } from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import '@deelema/tfjs-onnxruntime';

/** The backends that install everywhere: everything must hold on each, gradients included. */
export const BACKENDS = ['cpu', 'wasm', 'onnxruntime'] as const;

/** Makes `name` the current backend, without TensorFlow.js's advice on faster ones. */
export async function useBackend(name: (typeof BACKENDS)[number]): Promise<void> {
  env().set('PROD', true);
  if (!(await setBackend(name))) throw new Error(`Backend ${name} did not load.`);
}

/** Largest |received − expected|, relative to the largest |expected|. */
export function relativeError(received: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (received.length !== expected.length) {
    throw new Error(`Received ${received.length} values, expected ${expected.length}.`);
  }
  let scale = 0;
  let worst = 0;
  for (let i = 0; i < expected.length; ++i) {
    scale = Math.max(scale, Math.abs(expected[i]));
    const difference = Math.abs(received[i] - expected[i]);
    worst = Math.max(worst, Number.isNaN(difference) ? Infinity : difference);
  }
  return worst / scale;
}

/** The values of a tensor, which is freed. */
export async function take(tensor: Tensor): Promise<Float32Array> {
  const values = Float32Array.from(await tensor.data());
  tensor.dispose();
  return values;
}
