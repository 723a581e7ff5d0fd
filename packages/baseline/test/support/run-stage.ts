import type { EventBatch } from '@deelema/events';
import type { z } from 'zod';
import { runOverEvents, type EventRun } from '../../../../test/support/run-over-events.ts';
import { config as schema } from '../../src/config.mjs';
import { stage } from '../../src/stage.ts';

/** What a run of the stage left behind. */
export interface Run extends EventRun {
  /** Number of events reported as done. */
  readonly progress: number;
}

/** How the stage is run. */
export interface RunOptions {
  readonly signal?: AbortSignal;
  readonly workers?: number;
}

/** Runs the stage on real files; the batches must have the same columns. */
export async function runStage(
  batches: readonly EventBatch[],
  settings: z.input<typeof schema>,
  { signal = new AbortController().signal, workers = 1 }: RunOptions = {}
): Promise<Run> {
  let done = 0;
  const progress = {
    start: () => undefined,
    add: (n: number) => (done += n),
    log: () => undefined,
  };
  const source = { from: 'contaminate', batches, sample: 'toy 1000/800/700' };
  const options = { progress, signal, workers };
  const run = await runOverEvents(stage, schema.parse(settings), source, options);
  return { ...run, progress: done };
}

/** A column of all batches. */
export function joined(run: EventRun, name: string): number[] {
  return run.batches.flatMap(({ columns }) => [...columns[name]]);
}
