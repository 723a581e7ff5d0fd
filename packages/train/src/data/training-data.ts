import { InputError, countSplits, float64Column, splitCode } from '@deelema/events';
import type { EventBatch, EventFile, SplitCounts, SplitName } from '@deelema/events';
import { INPUT_COLUMNS } from '@deelema/records';
import { toCanonicalRows } from './canonical-rows.ts';
import { ROW_LENGTH, toRows } from './rows.ts';

/** The events of one split, in memory. */
export interface Sample {
  /** Number of events. */
  readonly length: number;
  /** See `toRows` and `toCanonicalRows`: `ROW_LENGTH` numbers per event, units of the scale. */
  readonly rows: Float32Array;
  /** Weights with mean 1: one per event; undefined if all are equal. */
  readonly weights: Float32Array | undefined;
}

/** What is trained on and judged by. */
export interface TrainingData {
  readonly train: Sample;
  readonly validation: Sample;
  /** Number of events in each split. */
  readonly counts: SplitCounts;
}

/**
 * Reads the training and the validation split; neither truth nor `exchanged` is looked at.
 *
 * @param file Events with `split`, `weight`, visible momenta and pTmiss.
 * @param scale Unit of the rows, GeV.
 * @param signal Checked once per record batch.
 * @param frame Of the rows.
 * @returns Both samples, in the order of the file.
 * @throws InputError if an event is in no split or not finite or has no such frame, there are no training events, or their weights do not add up to more than 0.
 */
export async function readTrainingData(
  file: EventFile,
  scale: number,
  signal: AbortSignal,
  frame: 'laboratory' | 'canonical' = 'laboratory'
): Promise<TrainingData> {
  const counts = await countSplits(file, signal);
  if (counts.train === 0) {
    throw new InputError(
      `${file.path}: none of the ${file.rows} events is in the training split, expected some; set preprocess.split so that there are.`
    );
  }
  const train = emptyColumns(counts.train);
  const validation = emptyColumns(counts.validation);
  for await (const batch of file.batches(['event', 'split', 'weight', ...INPUT_COLUMNS])) {
    signal.throwIfAborted();
    append(file, train, batch, { split: 'train', scale, frame });
    append(file, validation, batch, { split: 'validation', scale, frame });
  }
  return {
    train: finish(file, train, 'train'),
    validation: finish(file, validation, 'validation'),
    counts,
  };
}

interface Filling {
  rows: Float32Array;
  weights: Float64Array;
  filled: number;
}

function emptyColumns(n: number): Filling {
  return { rows: new Float32Array(n * ROW_LENGTH), weights: new Float64Array(n), filled: 0 };
}

interface RowSettings {
  readonly split: SplitName;
  readonly scale: number;
  readonly frame: 'laboratory' | 'canonical';
}

function append(
  file: EventFile,
  to: Filling,
  batch: EventBatch,
  { split, scale, frame }: RowSettings
): void {
  const code = splitCode(split);
  const selected: number[] = [];
  batch.columns.split.forEach((value, i) => {
    if (value === code) selected.push(i);
  });
  const rows = toRows(batch, scale, selected);
  checkFinite(file, batch, selected, rows);
  const framed = frame === 'canonical' ? toCanonicalRows(batch, scale, selected) : rows;
  to.rows.set(framed, to.filled * ROW_LENGTH);
  const weight = float64Column(batch, 'weight');
  selected.forEach((event, i) => (to.weights[to.filled + i] = weight[event]));
  to.filled += selected.length;
}

/** One number that is not finite would make every weight NaN. */
function checkFinite(
  { path }: EventFile,
  batch: EventBatch,
  selected: readonly number[],
  rows: Float32Array
): void {
  const wrong = rows.findIndex((value) => !Number.isFinite(value));
  if (wrong < 0) return;
  const name = INPUT_COLUMNS[wrong % ROW_LENGTH];
  const row = selected[Math.floor(wrong / ROW_LENGTH)];
  const value = float64Column(batch, name)[row];
  throw new InputError(
    `${path}: ${name} of event ${batch.columns.event[row]} is ${value} GeV, expected a finite number that fits float32; mend the event, or leave it out of the sample.`
  );
}

function finish({ path }: EventFile, { rows, weights }: Filling, split: SplitName): Sample {
  const length = weights.length;
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / length;
  if (length > 0 && !(mean > 0)) {
    throw new InputError(
      `${path}: the weights of the split ${split} have the mean ${mean}, expected more than 0; use more events, or another preprocess.seed.`
    );
  }
  if (weights.every((weight) => weight === weights[0])) return { length, rows, weights: undefined };
  return { length, rows, weights: Float32Array.from(weights, (weight) => weight / mean) };
}
