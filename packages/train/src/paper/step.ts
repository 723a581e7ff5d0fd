import { batchLoss } from '@deelema/deelema';
import { compileStep } from '@deelema/tfjs-onnxruntime';
import { getBackend, tidy } from '@tensorflow/tfjs-core';
import type { AdamOptimizer, Scalar, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import type { EventTensors } from './gather.ts';
import type { Model } from './model.ts';

/** Takes one optimiser step on some events, which are freed, and gives the loss before it. */
export type TrainStep = (events: EventTensors) => Scalar;

/**
 * The step of an epoch.
 *
 * On onnxruntime it is recorded and from then on only run, which saves the time that TensorFlow.js
 * takes to call each operation; the numbers are the same to the last bit.
 *
 * @param model Changed by each step.
 * @param adam Changed by each step, but for its own count of them; its learning rate stays as it is.
 * @returns The step.
 */
export function trainStep(model: Model, adam: AdamOptimizer): TrainStep {
  const minimise = (rows: Tensor, weights?: Tensor): Tensor => {
    const losses = (): Tensor1D => model.losses(rows as Tensor2D, true);
    const loss = (): Scalar => batchLoss(losses(), weights as Tensor1D | undefined);
    return adam.minimize(loss, true, [...model.trainable])!;
  };
  const take = getBackend() === 'onnxruntime' ? compileStep(minimise) : called(minimise);
  return ({ rows, weights }) => {
    const inputs = weights === undefined ? [rows] : [rows, weights];
    const [loss] = take(...inputs);
    for (const input of inputs) input.dispose();
    return loss as Scalar;
  };
}

function called(step: (...inputs: [Tensor, Tensor?]) => Tensor) {
  return (...inputs: Tensor[]): Tensor[] => [tidy(() => step(inputs[0], inputs[1]))];
}
