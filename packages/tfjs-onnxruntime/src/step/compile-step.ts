import { Tensor, tidy } from '@tensorflow/tfjs-core';
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

/** True while a step is being recorded: one inside it is simply called. */
let recording = false;

/**
 * Makes a step of a training run without being called each time.
 *
 * Each operation of TensorFlow.js costs JavaScript time, in every step. The code of a compiled step is
 * called until a call makes no more variables (optimisers make theirs in the first one); that call is
 * recorded. Every later one feeds the recorded graph with the inputs and the present values of all
 * variables, and assigns to the variables what the code assigned to them.
 *
 * Whatever else the step depends on stays as it was when it was recorded: numbers, tensors of its
 * surroundings, decisions; what it counts in JavaScript is not counted. Random or copied-in tensors of
 * more than one element would repeat, and are refused; a single random number does repeat.
 *
 * @param step Computes results from its inputs and from variables; may assign variables, as `optimizer.minimize` does.
 * @returns The compiled step, for the backend `onnxruntime` only.
 * @throws Error when called, if another backend is current or a repetition could not be the same as another call.
 * @throws TypeError when called, if the step returns something else than tensors.
 */
export function compileStep(step: (...inputs: Tensor[]) => Tensor | Tensor[]): CompiledStep {
  const recordings = new Map<string, StepRecording>();
  let forgotten = 0;
  const run = (...inputs: Tensor[]): Tensor[] => {
    const backend = currentBackend();
    const call = (): Tensor[] => tidy(() => checkedResults(step(...inputs)));
    if (recording) return call();
    const key = inputs.map(({ dtype, shape }) => `${dtype}[${shape.join()}]`).join();
    const known = recordings.get(key);
    if (known !== undefined) return known.replay(inputs);
    const generation = forgotten;
    recording = true;
    try {
      const recorded = backend.recorder.uncut(() => recordStep(backend, inputs, call));
      // The step itself may have called forget().
      if (recorded.recording && generation === forgotten) recordings.set(key, recorded.recording);
      return recorded.results;
    } finally {
      recording = false;
    }
  };
  const forget = (): void => {
    ++forgotten;
    recordings.clear();
  };
  return Object.assign(run, { forget });
}

function checkedResults(result: Tensor | Tensor[]): Tensor[] {
  const results = [result].flat();
  const wrong = results.findIndex((each: unknown) => !(each instanceof Tensor));
  if (wrong < 0) return results;
  throw new TypeError(
    `compileStep: the step returned ${typeof results[wrong]}, expected a tensor or a list of tensors.`
  );
}
