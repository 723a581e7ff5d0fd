import { splitCode, type EventBatch } from '@deelema/events';
import { INPUT_COLUMNS, type InputScaling } from '@deelema/records';
import { runningMoments } from './running-moments.ts';

/** Collects the scaling of the network inputs, batch by batch. */
export interface ScalingRecord {
  /** Takes the training events of a batch that has the column `split`. */
  add(batch: EventBatch): void;
  /** Moments of the events so far, each counted once whatever its weight: one entry per `INPUT_COLUMNS`. */
  readonly inputs: readonly InputScaling[];
}

/**
 * Starts a scaling record without events.
 *
 * Each training event counts once whatever its weight: what the network is given must be of the order
 * of 1 in every event, and with weights of mixed sign a variance could be negative.
 */
export function scalingRecord(): ScalingRecord {
  const inputs = INPUT_COLUMNS.map((name) => ({
    name,
    moments: runningMoments(),
  }));
  const train = splitCode('train');
  return {
    add({ length, columns }) {
      for (const { name, moments } of inputs) {
        const column = columns[name];
        for (let i = 0; i < length; ++i) if (columns.split[i] === train) moments.add(column[i]);
      }
    },
    get inputs() {
      return inputs.map(({ name, moments: { mean, std } }) => ({ name, mean, std }));
    },
  };
}
