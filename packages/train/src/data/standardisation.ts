import { readRecord, scalingSchema } from '@deelema/records';
import type { InputScaling } from '@deelema/records';
import { ROW_COLUMNS, ROW_LENGTH } from './rows.ts';
import type { Sample } from './training-data.ts';

/**
 * Reads the mean and standard deviation of the 16 visible inputs.
 *
 * @param path `scaling.json`, made by preprocess from the training split.
 * @returns One entry per input, in the order of the rows, GeV.
 * @throws InputError if the file is not what preprocess writes.
 */
export async function readScaling(path: string): Promise<InputScaling[]> {
  const { inputs } = await readRecord(path, scalingSchema, 'preprocess');
  return inputs;
}

/**
 * Mean and standard deviation of both components of pTmiss, which `scaling.json` does not hold.
 *
 * @param sample The training split.
 * @param scale Unit of its rows, GeV.
 * @returns `ptmiss_x` and `ptmiss_y`, GeV.
 */
export function ptmissMoments({ rows, length }: Sample, scale: number): InputScaling[] {
  return [16, 17].map((column) => {
    let sum = 0;
    let squares = 0;
    for (let i = column; i < rows.length; i += ROW_LENGTH) {
      sum += rows[i];
      squares += rows[i] * rows[i];
    }
    const mean = sum / length;
    const std = Math.sqrt(Math.max(squares / length - mean * mean, 0));
    return { name: ROW_COLUMNS[column], mean: mean * scale, std: std * scale };
  });
}
