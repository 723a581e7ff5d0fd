import { readRecord, scalingSchema } from '@deelema/records';
import type { InputScaling } from '@deelema/records';

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
