import type { EventFile } from '@deelema/events';
import { createSelector, type Selector } from '@deelema/selection';
import { checkMeasured, MEASURED_COLUMNS } from './check-measured.ts';
import type { PreprocessContext } from './context.ts';

/**
 * Reads the measured columns of a file once: checks every number and counts what the selection keeps.
 *
 * @param file The events.
 * @param context Selection, progress and signal.
 * @returns The selector with its final counts.
 * @throws InputError on the first number that cannot be a measurement.
 */
export async function survey(
  file: EventFile,
  { config, progress, signal }: PreprocessContext
): Promise<Selector> {
  const selector = createSelector(config.selection);
  progress.start('events checked', file.rows);
  for await (const batch of file.batches(['event', ...MEASURED_COLUMNS])) {
    signal.throwIfAborted();
    checkMeasured(file.path, batch);
    selector.select(batch);
    progress.add(batch.length);
  }
  return selector;
}
