import type { EventFile } from '../arrow/reader.ts';
import { InputError } from '../errors.ts';

/** The names of the values 0, 1, 2 of the column `split`, in this order. */
export const SPLITS = ['train', 'validation', 'test'] as const;

/** What an event is used for. */
export type SplitName = (typeof SPLITS)[number];

/** Numbers of events by the name of their split. */
export type SplitCounts = Readonly<Record<SplitName, number>>;

/**
 * The value of the column `split` that stands for a split.
 *
 * @param split Its name.
 * @returns 0, 1 or 2.
 */
export function splitCode(split: SplitName): number {
  return SPLITS.indexOf(split);
}

/**
 * Names the numbers of training, validation and test events.
 *
 * @param counts Three numbers of events, in that order.
 */
export function namedCounts([train, validation, test]: readonly number[]): SplitCounts {
  return { train, validation, test };
}

/**
 * Counts the events of each split.
 *
 * @param file Events with the column `split`.
 * @param signal Checked once per batch.
 * @returns Number of training, validation and test events; they sum to the rows of the file.
 * @throws InputError if an event belongs to none of them.
 */
export async function countSplits(file: EventFile, signal: AbortSignal): Promise<SplitCounts> {
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
  return namedCounts(counts);
}
