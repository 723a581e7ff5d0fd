import { writeEvents, type EventBatch, type EventFile, type EventMetadata } from '@deelema/events';
import { dealer, stream } from '@deelema/random';
import { createSelector, cutsOf } from '@deelema/selection';
import type { PreprocessContext } from './context.ts';
import { gather, type SelectedRows } from './gather.ts';
import type { ScalingRecord } from './scaling.ts';

type Selection = PreprocessContext['config']['selection'];

/**
 * Writes the selected events with the column `split`, and hands them to the scaling record.
 *
 * @param file The events.
 * @param split Number of training, validation and test events.
 * @param scaling Takes the training events.
 * @param context Where to write, selection, seed, progress and signal.
 */
export async function writeSplitEvents(
  file: EventFile,
  split: readonly number[],
  scaling: ScalingRecord,
  { config, out, progress, signal }: PreprocessContext
): Promise<void> {
  const names = file.columnNames.filter((name) => name !== 'split');
  const columns = [...names, 'split'];
  const deal = dealer(stream(config.seed, 'preprocess', 'split'), split);
  async function* labelled(): AsyncGenerator<EventBatch> {
    for await (const kept of gather(selected(file, config.selection), names)) {
      signal.throwIfAborted();
      const batch = withSplit(kept, deal);
      scaling.add(batch);
      yield batch;
      progress.add(batch.length);
    }
  }
  progress.start(
    'events',
    split.reduce((sum, n) => sum + n, 0)
  );
  const metadata = withSelection(file.metadata, config.selection);
  await writeEvents(out.path('events'), { columns, ...metadata }, labelled());
}

/** What the file says, and which cuts were made: a training simulates events with the same. */
function withSelection(metadata: EventMetadata, selection: Selection): EventMetadata {
  if (selection === undefined || cutsOf(selection).length === 0) return metadata;
  const { visible, deltaRMin, ptmissMin } = selection;
  const cuts = { visible, deltaRMin, ptmissMin };
  return { ...metadata, selections: [...(metadata.selections ?? []), cuts] };
}

async function* selected(file: EventFile, selection: Selection): AsyncGenerator<SelectedRows> {
  const selector = createSelector(selection);
  for await (const batch of file.batches()) yield { batch, rows: selector.select(batch) };
}

function withSplit({ length, columns }: EventBatch, deal: () => number): EventBatch {
  return { length, columns: { ...columns, split: new Uint8Array(length).map(deal) } };
}
