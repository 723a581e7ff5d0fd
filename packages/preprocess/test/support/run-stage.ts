import { join } from 'node:path';
import { eventColumns, type EventBatch } from '@deelema/events';
import { readRecord, scalingSchema, type Scaling } from '@deelema/records';
import { joined } from '../../../../test/support/event-files.ts';
import { inBatches, makeEvents } from '../../../../test/support/make-events.ts';
import { runOverEvents, type EventRun } from '../../../../test/support/run-over-events.ts';
import { config as schema } from '../../src/config.mjs';
import { stage } from '../../src/stage.ts';

/** Events whose energies are positive and whose values differ in every column and row. */
export function someEvents(n: number, first = 0): EventBatch {
  const value = (name: string, row: number, k: number): number =>
    name === 'event' ? row : ((row * 37) % 101) * Math.sqrt(k + 2) + k;
  return makeEvents(eventColumns(true), n, value, first);
}

/** Batches of given lengths whose rows are numbered through. */
export function batches(...lengths: number[]): EventBatch[] {
  return inBatches(someEvents, lengths);
}

/** What a run of the stage left behind. */
export interface Run extends EventRun {
  /** All written events as one batch. */
  readonly events: EventBatch;
  readonly batchLengths: readonly number[];
  /** Content of `scaling.json`. */
  readonly scaling: Scaling;
}

/** Runs the stage on real files. */
export async function runStage(
  source: readonly EventBatch[],
  config: Record<string, unknown> = {},
  signal = new AbortController().signal
): Promise<Run> {
  const settings = schema.parse({ seed: 1, ...config });
  const events = { from: 'generate', batches: source, sample: 'some' };
  const run = await runOverEvents(stage, settings, events, { signal });
  return {
    ...run,
    events: joined(run),
    batchLengths: run.batches.map(({ length }) => length),
    scaling: await readRecord(join(run.dir, 'scaling.json'), scalingSchema, 'preprocess'),
  };
}
