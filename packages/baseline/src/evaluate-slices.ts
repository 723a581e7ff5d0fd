import { setImmediate } from 'node:timers/promises';
import { mapInWorkers, type EventBatch } from '@deelema/events';
import { evaluateSlice } from './evaluate-slice.ts';
import type { VariableSettings } from './settings.ts';

/** How the work is done; nothing in here changes the result. */
export interface WorkOptions {
  /** Number of threads; with 1 the work is done in this one, which takes a break after each slice. */
  readonly workers: number;
  /** Ends the work: at once with several threads, after the slice in hand with one. */
  readonly signal: AbortSignal | undefined;
}

/**
 * The mass variables of events, slice by slice.
 *
 * @param slices Measured events.
 * @param settings Which variables, and at which trial masses.
 * @param options Threads, interruption.
 * @returns One result for each slice, in their order.
 * @throws The signal's reason if it is aborted.
 */
export async function* evaluateSlices(
  slices: AsyncIterable<EventBatch>,
  settings: VariableSettings,
  { workers, signal }: WorkOptions
): AsyncGenerator<EventBatch> {
  if (workers > 1) {
    // From src/ as from dist/ this is the compiled worker.
    const script = new URL('../dist/workers/worker.js', import.meta.url);
    const pool = { script, workerData: settings, workers, signal };
    yield* mapInWorkers<EventBatch, EventBatch>(slices, pool);
    return;
  }
  for await (const slice of slices) {
    signal?.throwIfAborted();
    yield evaluateSlice(slice, settings);
    await setImmediate();
  }
}
