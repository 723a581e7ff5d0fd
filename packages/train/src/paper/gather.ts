import { tensor1d, tensor2d } from '@tensorflow/tfjs-core';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { ROW_LENGTH } from '../data/rows.ts';
import type { Sample } from '../data/training-data.ts';

/** Some events as tensors. */
export interface EventTensors {
  /** [n, ROW_LENGTH], units of the scale. */
  readonly rows: Tensor2D;
  /** [n]; undefined if all are equal. */
  readonly weights: Tensor1D | undefined;
}

/**
 * Copies some events of a sample into tensors.
 *
 * @param sample Events in memory.
 * @param order Indices of the events.
 * @returns Tensors, to be freed by the caller's `tidy`.
 */
export function gather(sample: Sample, order: Uint32Array): EventTensors {
  const rows = new Float32Array(order.length * ROW_LENGTH);
  order.forEach((event, i) => {
    const first = event * ROW_LENGTH;
    rows.set(sample.rows.subarray(first, first + ROW_LENGTH), i * ROW_LENGTH);
  });
  const { weights } = sample;
  return {
    rows: tensor2d(rows, [order.length, ROW_LENGTH]),
    weights: weights && tensor1d(Float32Array.from(order, (event) => weights[event])),
  };
}
