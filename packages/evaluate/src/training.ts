import { readFile } from 'node:fs/promises';
import { InputError } from '@deelema/events';
import { z } from 'zod';
import { historyEntry, lossUnit, splitCounts } from './schema.ts';

/** What is read of `training.json`; further keys are left alone. */
const trainingSchema = z.object({
  schemaVersion: z.literal(1),
  auxiliary: z.object({ mA: z.number(), mB: z.number() }),
  epochs: z.int(),
  parameters: z.int(),
  recipe: z.record(z.string(), z.json()),
  backend: z.object({ name: z.string(), version: z.string() }),
  events: splitCounts,
  lossUnit,
  history: z.array(historyEntry),
});

/** The record that `train` leaves of a training. */
export type Training = z.infer<typeof trainingSchema>;

/**
 * Reads `training.json`.
 *
 * @throws InputError if the file is no JSON or not what `train` writes.
 */
export async function readTraining(path: string): Promise<Training> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new InputError(
      'training.json is no readable JSON, expected what train writes; run train again.',
      {
        cause,
      }
    );
  }
  const result = trainingSchema.safeParse(content);
  if (result.success) return result.data;
  const issues = z.prettifyError(result.error);
  throw new InputError(`training.json is not what train writes, run train again:\n${issues}.`);
}
