import { createEventWriter, PIECE_BYTES } from '@deelema/events';
import type { EventFile } from '@deelema/events';
import type { Weight } from '@deelema/deelema';
import type { Progress } from '@deelema/stage';
import { inputColumns, loadModel, resultColumns, solveEvents } from '@deelema/trained-model';
import type { ModelRecord } from '@deelema/trained-model';

/** Whom to tell. */
export interface PredictOptions {
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/**
 * Applies a trained model to all events of a file, whatever their split.
 *
 * @param record The model.
 * @param weights Of its network.
 * @param file Events with visible momenta and pTmiss.
 * @param path Where to write the solved events, in the order of the file.
 * @param options Whom to tell.
 */
export async function predict(
  record: ModelRecord,
  weights: readonly Weight[],
  file: EventFile,
  path: string,
  { progress, signal }: PredictOptions
): Promise<void> {
  const columns = resultColumns(record);
  const writer = await createEventWriter(path, {
    columns,
    ...file.metadata,
    pieceBytes: PIECE_BYTES,
  });
  const model = loadModel(record, weights);
  progress.start('events predicted', file.rows);
  try {
    for await (const batch of file.batches(inputColumns(record))) {
      const onProgress = (events: number): void => progress.add(events);
      await writer.write(await solveEvents(model, batch, { signal, onProgress }));
    }
  } catch (error) {
    await writer.abort();
    throw error;
  } finally {
    model.dispose();
  }
  await writer.close();
}
