import { permutation, stream } from '@deelema/random';
import type { HistoryEntry } from '@deelema/records';
import type { Progress } from '@deelema/stage';
import { tidy } from '@tensorflow/tfjs-core';
import type { PaperConfig } from '../config-type.ts';
import type { TrainingData } from '../data/training-data.ts';
import type { Checkpoints } from '../learning/checkpoints.ts';
import { sampleLoss, trainEpoch } from './epoch.ts';
import { lossScale } from './loss-unit.ts';
import type { Model } from './model.ts';
import { restoreOptimiser, saveOptimiser } from '../learning/optimiser.ts';
import { learningRate, stepBounds } from '../learning/schedule.ts';
import type { Snapshot } from '../learning/snapshot.ts';

/** What a training is given besides the model. */
export interface FitOptions {
  readonly config: PaperConfig;
  readonly data: TrainingData;
  readonly checkpoints: Checkpoints;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/**
 * Trains a model to the last epoch, saving a checkpoint after each.
 *
 * @param model Changed; in the state of `start`.
 * @param start Where to begin: the checkpoint to continue, or epoch 0.
 * @param options Settings, data, where to save and whom to tell.
 * @returns The training after the last epoch.
 * @throws InputError if the loss is not finite.
 */
export async function fit(model: Model, start: Snapshot, options: FitOptions): Promise<Snapshot> {
  const { config, data, checkpoints, progress } = options;
  progress.start('events', config.epochs * data.train.length, {
    done: start.epoch * data.train.length,
  });
  let snapshot = start;
  while (snapshot.epoch < config.epochs) {
    snapshot = await fitEpoch(model, snapshot, options);
    checkpoints.save(snapshot);
  }
  return snapshot;
}

async function fitEpoch(model: Model, before: Snapshot, options: FitOptions): Promise<Snapshot> {
  const { config, data, signal } = options;
  const epoch = before.epoch + 1;
  const rate = learningRate(config.learningRate, before.epoch, config.epochs, config.decay);
  const adam = await restoreOptimiser(rate, before.optimiser, model.trainable);
  try {
    const order = permutation(stream(config.seed, 'train', 'shuffle', epoch), data.train.length);
    const onStep = reporter(options, epoch, before.history.at(-1));
    const steps = { epoch, order, batch: config.batch, signal, onStep };
    const trainLoss = await trainEpoch(model, adam, data.train, steps);
    const stepsPerEpoch = stepBounds(order.length, config.batch).length - 1;
    const validationLoss = await sampleLoss(model, data.validation, signal);
    const scale = lossScale(config);
    const losses = {
      trainLoss: trainLoss * scale,
      validationLoss: validationLoss === null ? null : validationLoss * scale,
    };
    const masses = await massValues(model, config.scale);
    const { deltaA, deltaB } = await model.deltas();
    const entry = {
      phase: 'train',
      epoch,
      learningRate: rate,
      ...losses,
      masses,
      resolutions: null,
    };
    return {
      epoch,
      history: [...before.history, entry],
      parameters: [deltaA, deltaB],
      weights: await model.network.weights(),
      optimiser: await saveOptimiser(adam, before.optimiser.steps + stepsPerEpoch),
    };
  } finally {
    adam.dispose();
  }
}

/** Shows epoch, loss and the masses after the epoch before, e.g. `epoch 3/100, m̃_A 912.0, m̃_B 803.1, loss 210.42`. */
function reporter(
  { config, progress }: FitOptions,
  epoch: number,
  last: HistoryEntry | undefined
): (events: number, loss: number) => void {
  const masses = last ? `, m̃_A ${last.masses.A.toFixed(1)}, m̃_B ${last.masses.B.toFixed(1)}` : '';
  const scale = lossScale(config);
  return (events, loss) => {
    const shown = (loss * scale).toFixed(2);
    progress.add(events, `epoch ${epoch}/${config.epochs}${masses}, loss ${shown}`);
  };
}

async function massValues(model: Model, scale: number): Promise<{ A: number; B: number }> {
  const { mA, mB } = tidy(() => ({ ...model.auxiliary() }));
  const [[a], [b]] = await Promise.all([mA.data(), mB.data()]);
  mA.dispose();
  mB.dispose();
  return { A: a * scale, B: b * scale };
}
