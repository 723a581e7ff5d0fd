import { readRecord, scalingSchema } from '@deelema/records';
import type { InputScaling } from '@deelema/records';
import type { PaperConfig } from '../config-type.ts';
import { rowMoments } from './row-moments.ts';
import type { Sample } from './training-data.ts';

/**
 * By what the network's inputs are shifted and scaled.
 *
 * `scaling.json` holds the moments of what the file holds; those of other frames or of both pairings are
 * taken from the rows.
 *
 * @param config Settings of the stage.
 * @param sample The training split.
 * @param path `scaling.json`.
 * @returns One entry per `INPUT_COLUMNS`, GeV; undefined if the inputs stay as they are.
 * @throws InputError as `readScaling`.
 */
export async function standardisation(
  { standardise, frame, pairing, scale }: PaperConfig,
  sample: Sample,
  path: string
): Promise<readonly InputScaling[] | undefined> {
  if (!standardise) return undefined;
  const published = frame === 'laboratory' && pairing === 'given';
  return published ? readScaling(path) : rowMoments(sample, pairing, scale);
}

/**
 * Reads the mean and standard deviation of the network inputs, pTmiss included.
 *
 * Each training event was counted once whatever its weight: with weights of mixed sign a variance could
 * be negative.
 *
 * @param path `scaling.json`, made by preprocess from the training split.
 * @returns One entry per `INPUT_COLUMNS`, in that order, GeV.
 * @throws InputError if the file is not what preprocess writes.
 */
export async function readScaling(path: string): Promise<InputScaling[]> {
  const { inputs } = await readRecord(path, scalingSchema, 'preprocess');
  return inputs;
}
