import type { Weight } from '@deelema/deelema';
import type { SplitCounts } from '@deelema/events';
import { trainingSchema, writeRecord } from '@deelema/records';
import type { Training } from '@deelema/records';
import type { Backend } from '../backend.ts';
import type { TrainConfig } from '../config-type.ts';
import type { DeelemaResult } from '../deelema/train-deelema.ts';
import type { PaperResult } from '../paper/train-paper.ts';
import { lossUnit } from '../paper/loss-unit.ts';

/** What a finished training was. */
export interface TrainingRecord {
  readonly config: TrainConfig;
  readonly backend: Backend;
  readonly counts: SplitCounts;
  readonly result: PaperResult | DeelemaResult;
}

/**
 * Writes `training.json`: the result, the settings and the history; nothing that depends on the clock.
 *
 * @param path Of the file.
 * @param record What the training was.
 */
export async function writeTrainingRecord(
  path: string,
  { config, backend, counts, result }: TrainingRecord
): Promise<void> {
  const training: Training = {
    schemaVersion: 2,
    recipe: config.recipe,
    topology: config.recipe === 'deelema' ? topologyOf(result) : 'antler',
    auxiliary: { ...result.masses },
    measurement: 'measurement' in result ? result.measurement : null,
    epochs: result.history.length,
    parameters: parameters(result.snapshot.weights) + 2 * Object.keys(result.masses).length,
    settings: JSON.parse(JSON.stringify(config)) as Training['settings'],
    backend,
    events: counts,
    lossUnit: config.recipe === 'paper' ? lossUnit(config) : 'nats',
    history: [...result.history],
  };
  await writeRecord(path, trainingSchema, training);
}

function topologyOf(result: PaperResult | DeelemaResult): string {
  return 'conjecture' in result ? result.conjecture.topology.name : 'antler';
}

/** Number of weights that gradients reach. */
export function parameters(weights: readonly Weight[]): number {
  const trained = weights.filter((weight) => weight.trainable);
  return trained.reduce((sum, { values }) => sum + values.length, 0);
}
