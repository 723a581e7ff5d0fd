import { eventColumns, momentumColumns, type EventBatch } from '@deelema/events';
import { inBatches, makeEvents } from '../../../../test/support/make-events.ts';
import { runOverEvents, type EventRun } from '../../../../test/support/run-over-events.ts';
import type { ContaminateConfig } from '../../src/config-types.ts';
import { config as schema } from '../../src/config.mjs';
import { stage } from '../../src/stage.ts';

/** The columns that preprocess writes of events with smeared b's. */
export const COLUMNS: readonly string[] = [
  ...eventColumns(true),
  ...['true_b1', 'true_b2'].flatMap(momentumColumns),
  'split',
];

/** Events with values that differ in every column and row, seven training to two and one. */
export function someEvents(n: number, first = 0): EventBatch {
  const value = (name: string, row: number, k: number): number => {
    if (name === 'event') return row;
    return name === 'split'
      ? [0, 0, 1, 0, 0, 2, 0, 1, 0, 0][row % 10]
      : (row + 1) * Math.sqrt(k + 2);
  };
  return makeEvents(COLUMNS, n, value, first);
}

/** Batches of given lengths whose rows are numbered through. */
export function batches(...lengths: number[]): EventBatch[] {
  return inBatches(someEvents, lengths);
}

/** Runs the stage on real files. */
export async function runStage(
  source: readonly EventBatch[],
  config: Partial<ContaminateConfig>,
  signal = new AbortController().signal
): Promise<EventRun> {
  const settings = schema.parse({ fraction: 0, seed: 1, ...config });
  const events = { from: 'preprocess', batches: source, sample: 'some' };
  return runOverEvents(stage, settings, events, { signal });
}
