import { readFile } from 'node:fs/promises';
import { InputError } from '@deelema/events';
import { z } from 'zod';
import { ROW_COLUMNS, ROW_LENGTH } from './rows.ts';
import type { Sample } from './training-data.ts';

/** Mean and standard deviation of one network input, in GeV. */
export interface InputMoments {
  readonly name: string;
  readonly mean: number;
  readonly std: number;
}

const VISIBLE_COLUMNS = ROW_COLUMNS.slice(0, 16);

const moments = z.object({ name: z.string(), mean: z.number(), std: z.number().nonnegative() });

/** What is read of `scaling.json`; further keys are left alone. */
const scalingSchema = z.object({
  schemaVersion: z.literal(1),
  inputs: z
    .array(moments)
    .refine((inputs) => inputs.map((input) => input.name).join() === VISIBLE_COLUMNS.join(), {
      error: `inputs must be ${VISIBLE_COLUMNS.join(', ')}`,
    }),
});

/**
 * Reads the mean and standard deviation of the 16 visible inputs.
 *
 * @param path `scaling.json`, made by preprocess from the training split.
 * @returns One entry per input, in the order of the rows, GeV.
 * @throws InputError if the file is not what preprocess writes.
 */
export async function readScaling(path: string): Promise<InputMoments[]> {
  const content: unknown = await readFile(path, 'utf8').then(JSON.parse).catch(damaged);
  const result = scalingSchema.safeParse(content);
  if (result.success) return result.data.inputs;
  throw new InputError(
    `scaling.json is not what preprocess writes, run preprocess again: ${z.prettifyError(result.error)}.`
  );
}

function damaged(cause: unknown): never {
  throw new InputError(
    'scaling.json is not readable JSON, expected what preprocess writes; run preprocess again.',
    { cause }
  );
}

/**
 * Mean and standard deviation of both components of pTmiss, which `scaling.json` does not hold.
 *
 * @param sample The training split.
 * @param scale Unit of its rows, GeV.
 * @returns `ptmiss_x` and `ptmiss_y`, GeV.
 */
export function ptmissMoments({ rows, length }: Sample, scale: number): InputMoments[] {
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
