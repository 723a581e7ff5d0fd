import type { EventBatch } from '@deelema/events';
import { runOverEvents, type EventRun } from '../../../../test/support/run-over-events.ts';
import { config as schema } from '../../src/config.mjs';
import { stage } from '../../src/stage.ts';

/** What a run of the stage left behind. */
export interface Run extends EventRun {
  /** Number of events reported as done. */
  readonly progress: number;
}

/** Runs the stage on real files; the batches must have the same columns. */
export async function runStage(
  batches: readonly EventBatch[],
  mC: number,
  signal = new AbortController().signal
): Promise<Run> {
  let done = 0;
  const progress = {
    start: () => undefined,
    add: (n: number) => (done += n),
    log: () => undefined,
  };
  const source = { from: 'contaminate', batches, sample: 'toy 1000/800/700' };
  const run = await runOverEvents(stage, schema.parse({ mC }), source, { progress, signal });
  return { ...run, progress: done };
}
