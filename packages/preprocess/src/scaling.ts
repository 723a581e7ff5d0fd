import type { EventBatch } from '@deelema/events';
import { INPUT_COLUMNS, type InputScaling } from '@deelema/records';
import { runningMoments } from './running-moments.ts';

/** Collects the scaling of the network inputs, batch by batch. */
export interface ScalingRecord {
  /** Takes the training events of a batch that has the column `split`. */
  add(batch: EventBatch): void;
  /** One entry per input: E, px, py, pz of a1, a2, b1, b2, in this order. */
  readonly inputs: readonly InputScaling[];
}

/** Starts a scaling record without events. */
export function scalingRecord(): ScalingRecord {
  const inputs = INPUT_COLUMNS.map((name) => ({
    name,
    moments: runningMoments(),
  }));
  return {
    add({ length, columns }) {
      for (const { name, moments } of inputs) {
        const column = columns[name];
        for (let i = 0; i < length; ++i) if (columns.split[i] === 0) moments.add(column[i]);
      }
    },
    get inputs() {
      return inputs.map(({ name, moments: { mean, std } }) => ({ name, mean, std }));
    },
  };
}
