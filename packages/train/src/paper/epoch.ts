import { setImmediate } from 'node:timers/promises';
import { batchLoss } from '@deelema/deelema';
import { InputError } from '@deelema/events';
import { tidy } from '@tensorflow/tfjs-core';
import type { AdamOptimizer, Scalar } from '@tensorflow/tfjs-core';
import type { Sample } from '../data/training-data.ts';
import { gather } from './gather.ts';
import type { Model } from './model.ts';
import { stepBounds } from '../learning/schedule.ts';
import { trainStep } from './step.ts';

/** Largest number of events that the network is applied to at once where no gradient is asked for. */
export const FORWARD_ROWS = 4096;

/** What the steps of an epoch need. */
export interface EpochOptions {
  /** Its number, from 1, for messages. */
  readonly epoch: number;
  readonly order: Uint32Array;
  readonly batch: number;
  readonly signal: AbortSignal;
  /** Told after each step: its number of events and its loss, in units of the scale. */
  readonly onStep: (events: number, loss: number) => void;
}

/**
 * Takes every training event once.
 *
 * @param model Changed.
 * @param adam Changed.
 * @param sample The training split.
 * @param options Order, batch size, signal.
 * @returns Mean loss over the events of the epoch, in units of the scale.
 * @throws InputError at the first loss that is not finite.
 */
export async function trainEpoch(
  model: Model,
  adam: AdamOptimizer,
  sample: Sample,
  { epoch, order, batch, signal, onStep }: EpochOptions
): Promise<number> {
  const bounds = stepBounds(order.length, batch);
  const take = trainStep(model, adam);
  let sum = 0;
  for (let step = 1; step < bounds.length; ++step) {
    signal.throwIfAborted();
    const events = order.subarray(bounds[step - 1], bounds[step]);
    const loss = await takeValue(take(gather(sample, events)));
    if (!Number.isFinite(loss)) throw diverged(loss, epoch, step, bounds.length - 1);
    sum += loss * events.length;
    onStep(events.length, loss);
    // Signals arrive only when the event loop turns.
    await setImmediate();
  }
  return sum / order.length;
}

/**
 * The loss of a sample that is not trained on.
 *
 * @param model Not changed.
 * @param sample The validation split.
 * @param signal Checked at every step.
 * @returns Mean loss in units of the scale; null if the sample is empty or the loss is not finite.
 */
export async function sampleLoss(
  model: Model,
  sample: Sample,
  signal: AbortSignal
): Promise<number | null> {
  const order = Uint32Array.from({ length: sample.length }, (_, i) => i);
  let sum = 0;
  for (let first = 0; first < sample.length; first += FORWARD_ROWS) {
    signal.throwIfAborted();
    const events = order.subarray(first, first + FORWARD_ROWS);
    const loss = tidy(() => {
      const { rows, weights } = gather(sample, events);
      return batchLoss(model.losses(rows), weights);
    });
    sum += (await takeValue(loss)) * events.length;
  }
  const mean = sum / sample.length;
  return Number.isFinite(mean) ? mean : null;
}

async function takeValue(loss: Scalar): Promise<number> {
  const [value] = await loss.data();
  loss.dispose();
  return value;
}

function diverged(loss: number, epoch: number, step: number, steps: number): InputError {
  return new InputError(
    `The training stopped because the loss became ${loss} in epoch ${epoch}, step ${step} of ${steps}; try a smaller train.learningRate, or a train.scale nearer to the energies of the events.`
  );
}
