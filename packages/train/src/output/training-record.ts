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
    parameters: parameters(result),
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

/** Number of parameters that gradients reach: weights, then δ, or gaps and resolutions. */
export function parameters(result: PaperResult | DeelemaResult): number {
  const trained = result.snapshot.weights.filter((weight) => weight.trainable);
  const perMass = 'measurement' in result ? 2 : 1;
  const weights = trained.reduce((sum, { values }) => sum + values.length, 0);
  return weights + perMass * Object.keys(result.masses).length;
}
