import { createEventWriter, PIECE_BYTES } from '@deelema/events';
import type { EventBatch, EventFile } from '@deelema/events';
import { INPUT_COLUMNS } from '@deelema/records';
import type { Progress } from '@deelema/stage';
import { tensor2d, tidy } from '@tensorflow/tfjs-core';
import { ROW_LENGTH, toRows } from '../data/rows.ts';
import { FORWARD_ROWS } from '../learning/epoch.ts';
import type { Model, ModelSettings } from '../learning/model.ts';
import { PREDICTED_COLUMNS, predictedBatch } from './invisible.ts';

/** What a prediction needs besides the model. */
export interface PredictOptions {
  readonly settings: ModelSettings;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/**
 * Applies a trained model to all events of a file, whatever their split.
 *
 * @param model Trained.
 * @param file Events with visible momenta and pTmiss.
 * @param path Where to write the predicted events, in the order of the file.
 * @param options Settings of the model, whom to tell.
 */
export async function predict(
  model: Model,
  file: EventFile,
  path: string,
  { settings, progress, signal }: PredictOptions
): Promise<void> {
  const writer = await createEventWriter(path, {
    columns: PREDICTED_COLUMNS,
    ...file.metadata,
    pieceBytes: PIECE_BYTES,
  });
  progress.start('events predicted', file.rows);
  try {
    for await (const batch of file.batches(['event', ...INPUT_COLUMNS])) {
      signal.throwIfAborted();
      const outputs = await networkOutputs(model, batch, settings);
      await writer.write(predictedBatch(batch, outputs, settings));
      progress.add(batch.length);
    }
  } catch (error) {
    await writer.abort();
    throw error;
  }
  await writer.close();
}

/** The network's outputs in GeV, one column each: multiplied by the scale in double precision. */
async function networkOutputs(
  model: Model,
  batch: EventBatch,
  { architecture, scale }: ModelSettings
): Promise<Float64Array[]> {
  const rows = toRows(batch, scale);
  const { outputs } = architecture;
  const columns = Array.from({ length: outputs }, () => new Float64Array(batch.length));
  for (let first = 0; first < batch.length; first += FORWARD_ROWS) {
    const part = rows.subarray(first * ROW_LENGTH, (first + FORWARD_ROWS) * ROW_LENGTH);
    const output = tidy(() =>
      model.outputs(tensor2d(part, [part.length / ROW_LENGTH, ROW_LENGTH]))
    );
    const values = await output.data();
    output.dispose();
    columns.forEach((column, j) => {
      for (let i = 0; j + i * outputs < values.length; ++i) {
        column[first + i] = values[j + i * outputs] * scale;
      }
    });
  }
  return columns;
}
