import { join } from 'node:path';
import { eventColumns, writeEvents, type EventBatch, type EventMetadata } from '@deelema/events';
import { readRecord, scalingSchema, type Scaling } from '@deelema/records';
import { joined, readEventFile } from '../../../../test/support/event-files.ts';
import { inBatches, makeEvents } from '../../../../test/support/make-events.ts';
import type { EventRun } from '../../../../test/support/run-over-events.ts';
import { stageContext } from '../../../../test/support/stage-context.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
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

/** What a test may want otherwise than it is. */
export interface RunOptions {
  readonly signal?: AbortSignal;
  /** What the file of events says besides its sample line. */
  readonly metadata?: Omit<EventMetadata, 'sample'>;
}

/** Runs the stage on real files. */
export async function runStage(
  source: readonly EventBatch[],
  config: Record<string, unknown> = {},
  { signal = new AbortController().signal, metadata = {} }: RunOptions = {}
): Promise<Run> {
  const base = temporaryFolder();
  const columns = Object.keys(source[0].columns);
  const options = { columns, sample: 'some', ...metadata };
  await writeEvents(join(base, 'events.arrow'), options, source);
  const settings = schema.parse({ seed: 1, ...config });
  const folders = { base, inputs: { generate: base } };
  const context = stageContext('preprocess', settings, folders, { signal });
  const result = await stage.run(context);
  const { dir } = context.out;
  const path = join(dir, 'events.arrow');
  const written = await readEventFile(path);
  return {
    ...written,
    ...{ dir, path, result },
    events: joined(written),
    batchLengths: written.batches.map(({ length }) => length),
    scaling: await readRecord(join(dir, 'scaling.json'), scalingSchema, 'preprocess'),
  };
}
