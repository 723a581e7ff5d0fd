import { setImmediate } from 'node:timers/promises';
import { mapInWorkers, type EventBatch } from '@deelema/events';
import { evaluateSlice } from './evaluate-slice.ts';
import type { VariableSettings } from './settings.ts';

/**
 * The mass variables of events, slice by slice.
 *
 * @param slices Measured events.
 * @param settings Which variables, and at which trial masses.
 * @param workers Number of threads; changes nothing but the time. With 1 the work is done in this
 *  one, which takes a break after each slice.
 * @returns One result for each slice, in their order.
 */
export async function* evaluateSlices(
  slices: AsyncIterable<EventBatch>,
  settings: VariableSettings,
  workers: number
): AsyncGenerator<EventBatch> {
  if (workers > 1) {
    // From src/ as from dist/ this is the compiled worker.
    const script = new URL('../dist/workers/worker.js', import.meta.url);
    yield* mapInWorkers<EventBatch, EventBatch>(slices, { script, workerData: settings, workers });
    return;
  }
  for await (const slice of slices) {
    yield evaluateSlice(slice, settings);
    await setImmediate();
  }
}
