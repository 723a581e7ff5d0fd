import { tidy } from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { currentBackend } from '../register.ts';
import { recordStep } from './recording.ts';
import type { StepRecording } from './recording.ts';

/** A training step that is recorded once and from then on only run. */
export interface CompiledStep {
  /**
   * Takes a step.
   *
   * @param inputs What differs from step to step; for each new combination of types and shapes the step is recorded anew.
   * @returns What the step returns, as an array, to be disposed by the caller.
   */
  (...inputs: Tensor[]): Tensor[];
  /** Records again at the next call: for when a number has changed that the step reads elsewhere, such as a learning rate. */
  forget(): void;
}

/**
 * Makes a step of a training run without being called each time.
 *
 * Each operation of TensorFlow.js costs JavaScript time, in every step. The code of a compiled step
 * is called twice: at the first call, in which optimisers create their variables, and at the second,
 * which is recorded. Every later call feeds the recorded graph with the inputs and the present values
 * of all variables, and assigns to the variables what the code assigned to them.
 *
 * Whatever else the step depends on stays as it was when it was recorded: numbers, tensors of its
 * surroundings, decisions; what it counts in JavaScript is not counted. Random or copied-in data of
 * its own would repeat, and is refused.
 *
 * @param step Computes results from its inputs and from variables; may assign variables, as `optimizer.minimize` does.
 * @returns The compiled step, for the backend `onnxruntime` only.
 * @throws Error when called, if another backend is current or a repetition could not be the same as another call.
 */
export function compileStep(step: (...inputs: Tensor[]) => Tensor | Tensor[]): CompiledStep {
  const recordings = new Map<string, StepRecording | undefined>();
  const run = (...inputs: Tensor[]): Tensor[] => {
    const backend = currentBackend();
    const key = inputs.map(({ dtype, shape }) => `${dtype}[${shape.join()}]`).join();
    const call = (): Tensor[] => backend.recorder.uncut(() => tidy(() => [step(...inputs)].flat()));
    if (!recordings.has(key)) {
      recordings.set(key, undefined);
      const results = call();
      backend.recorder.cut();
      return results;
    }
    const known = recordings.get(key);
    if (known !== undefined) return known.replay(inputs);
    const { results, recording } = recordStep(backend, inputs, call);
    recordings.set(key, recording);
    return results;
  };
  const forget = (): void => {
    for (const key of recordings.keys()) recordings.set(key, undefined);
  };
  return Object.assign(run, { forget });
}
