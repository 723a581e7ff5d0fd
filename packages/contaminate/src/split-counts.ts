import { InputError, type EventFile } from '@deelema/events';

/** The names of the values 0, 1, 2 of the column `split`. */
export const SPLITS = ['train', 'validation', 'test'] as const;

/**
 * Counts the events of each split.
 *
 * @param file Events with the column `split`.
 * @param signal Checked once per batch.
 * @returns Number of training, validation and test events.
 * @throws InputError if an event belongs to none of them.
 */
export async function splitCounts(file: EventFile, signal: AbortSignal): Promise<number[]> {
  const counts = SPLITS.map(() => 0);
  for await (const { length, columns } of file.batches(['event', 'split'])) {
    signal.throwIfAborted();
    for (let i = 0; i < length; ++i) {
      const split = columns.split[i];
      if (split >= SPLITS.length) {
        throw new InputError(
          `${file.path}: event ${columns.event[i]} has split = ${split}, expected 0, 1 or 2; run preprocess again.`
        );
      }
      counts[split] += 1;
    }
  }
  return counts;
}
