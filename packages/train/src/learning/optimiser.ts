import { dispose, scalar, tensor, train } from '@tensorflow/tfjs-core';
import type { AdamOptimizer, Variable } from '@tensorflow/tfjs-core';

/** What Adam remembers between two steps. */
export interface OptimiserState {
  /** Number of steps taken. */
  readonly steps: number;
  /** First moments of all variables, then second moments; empty before the first step. */
  readonly moments: readonly Float32Array[];
}

/** Adam that has not taken a step yet. */
export const INITIAL_STATE: OptimiserState = { steps: 0, moments: [] };

/**
 * Adam as it was when its state was saved; β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸.
 *
 * TensorFlow.js restores its powers of β from the number of steps, which is not quite what repeated
 * multiplication gives. Every epoch therefore begins with an optimiser made here, so that a resumed
 * training cannot differ from an uninterrupted one.
 *
 * @param learningRate Step size.
 * @param state From `saveOptimiser` or `INITIAL_STATE`.
 * @param variables The trained variables, always in the same order.
 * @returns The optimiser; free it with `dispose`.
 * @see arXiv:1412.6980, Algorithm 1
 */
export async function restoreOptimiser(
  learningRate: number,
  { steps, moments }: OptimiserState,
  variables: readonly Variable[]
): Promise<AdamOptimizer> {
  const adam = train.adam(learningRate, 0.9, 0.999, 1e-8);
  if (steps === 0) return adam;
  const tensors = moments.map((values, i) => {
    const { shape } = variables[i % variables.length];
    return { name: `moment${i}`, tensor: tensor(values, shape) };
  });
  const iterations = { name: 'iter', tensor: scalar(steps, 'int32') };
  await adam.setWeights([iterations, ...tensors]);
  dispose([iterations.tensor, ...tensors.map((moment) => moment.tensor)]);
  return adam;
}

/**
 * Copies Adam's state out of the backend.
 *
 * @param adam After at least one step.
 * @param steps Number of steps taken since the first; Adam's own count misses those of a compiled step.
 * @returns Its state.
 */
export async function saveOptimiser(adam: AdamOptimizer, steps: number): Promise<OptimiserState> {
  const [iterations, ...moments] = await adam.getWeights();
  iterations.tensor.dispose();
  const copies = moments.map(async ({ tensor: moment }) => Float32Array.from(await moment.data()));
  return { steps, moments: await Promise.all(copies) };
}
