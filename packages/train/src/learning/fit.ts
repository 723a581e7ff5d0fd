import { permutation, stream } from '@deelema/random';
import type { Progress } from '@deelema/stage';
import { tidy } from '@tensorflow/tfjs-core';
import type { TrainConfig } from '../config-type.ts';
import type { TrainingData } from '../data/training-data.ts';
import type { Checkpoints } from './checkpoints.ts';
import { sampleLoss, trainEpoch } from './epoch.ts';
import type { HistoryEntry } from './history.ts';
import { lossScale } from './loss-unit.ts';
import type { Model } from './model.ts';
import { restoreOptimiser, saveOptimiser } from './optimiser.ts';
import { learningRate } from './schedule.ts';
import type { Snapshot } from './snapshot.ts';

/** What a training is given besides the model. */
export interface FitOptions {
  readonly config: TrainConfig;
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
  progress.start('events', (config.epochs - start.epoch) * data.train.length);
  let snapshot = start;
  while (snapshot.epoch < config.epochs) {
    snapshot = await fitEpoch(model, snapshot, options);
    checkpoints.save(snapshot);
  }
  return snapshot;
}

async function fitEpoch(model: Model, before: Snapshot, options: FitOptions): Promise<Snapshot> {
  const { config, data, progress, signal } = options;
  const { batch, decay, epochs, seed } = config;
  const rate = learningRate(config.learningRate, before.epoch, epochs, decay);
  const adam = await restoreOptimiser(rate, before.optimiser, model.trainable);
  const epoch = before.epoch + 1;
  const scale = lossScale(config);
  const masses = describeMasses(before.history.at(-1));
  const onStep = (events: number, loss: number): void => {
    progress.add(events, `epoch ${epoch}/${epochs}, loss ${(loss * scale).toFixed(2)}${masses}`);
  };
  const order = permutation(stream(seed, 'train', 'shuffle', epoch), data.train.length);
  try {
    const loss = await trainEpoch(model, adam, data.train, { epoch, order, batch, signal, onStep });
    const validationLoss = await sampleLoss(model, data.validation, signal);
    const entry = {
      epoch,
      learningRate: rate,
      trainLoss: loss * scale,
      validationLoss: validationLoss === null ? null : validationLoss * scale,
      ...(await massValues(model, config.scale)),
    };
    return {
      epoch,
      history: [...before.history, entry],
      deltas: await model.deltas(),
      weights: await model.network.weights(),
      optimiser: await saveOptimiser(adam),
    };
  } finally {
    adam.dispose();
  }
}

async function massValues(model: Model, scale: number): Promise<{ mA: number; mB: number }> {
  const { mA, mB } = tidy(() => ({ ...model.auxiliary() }));
  const [[a], [b]] = await Promise.all([mA.data(), mB.data()]);
  mA.dispose();
  mB.dispose();
  return { mA: a * scale, mB: b * scale };
}

function describeMasses(last: HistoryEntry | undefined): string {
  return last === undefined ? '' : `, m_A ${last.mA.toFixed(1)}, m_B ${last.mB.toFixed(1)}`;
}
