import { trainingSchema, writeRecord } from '@deelema/records';
import type { Backend } from '../backend.ts';
import type { TrainConfig } from '../config-type.ts';
import type { TrainingData } from '../data/training-data.ts';
import { lossUnit } from '../learning/loss-unit.ts';
import type { Snapshot } from '../learning/snapshot.ts';

/** What a finished training was. */
export interface TrainingRecord {
  readonly config: TrainConfig;
  readonly backend: Backend;
  readonly counts: TrainingData['counts'];
  readonly snapshot: Snapshot;
}

/**
 * Writes `training.json`: the result, the recipe and the history; nothing that depends on the clock.
 *
 * @param path Of the file.
 * @param record What the training was.
 */
export async function writeTrainingRecord(
  path: string,
  { config, backend, counts, snapshot }: TrainingRecord
): Promise<void> {
  const { mA, mB } = snapshot.history.at(-1)!;
  await writeRecord(path, trainingSchema, {
    schemaVersion: 1,
    auxiliary: { mA, mB },
    epochs: snapshot.epoch,
    parameters: parameters(snapshot),
    recipe: config,
    backend,
    events: counts,
    lossUnit: lossUnit(config),
    history: [...snapshot.history],
  });
}

/** Number of trained numbers: weights that gradients reach, δ_A and δ_B. */
export function parameters({ weights }: Pick<Snapshot, 'weights'>): number {
  const trained = weights.filter((weight) => weight.trainable);
  return trained.reduce((sum, { values }) => sum + values.length, 2);
}
