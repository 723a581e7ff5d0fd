import { join } from 'node:path';
import type { EventBatch } from '@deelema/events';
import type { StageContext, StageResult } from '@deelema/stage';
import { readEventFile, writeBatches, type EventFileContent } from './event-files.ts';
import { stageContext, type ContextOptions } from './stage-context.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** What a stage that reads events and writes events left behind. */
export interface EventRun extends EventFileContent {
  /** Its output folder. */
  readonly dir: string;
  /** Path of the written `events.arrow`. */
  readonly path: string;
  readonly result: StageResult | undefined;
}

/** The events a stage reads. */
export interface SourceEvents {
  /** The upstream stage. */
  readonly from: string;
  /** Batches with the same columns, at least one. */
  readonly batches: readonly EventBatch[];
  readonly sample: string;
}

/**
 * Runs a stage on real files, as the runner does.
 *
 * @param stage The stage.
 * @param config Its settings, defaults filled in.
 * @param source What it reads.
 * @param options As for `stageContext`.
 */
export async function runOverEvents<Config>(
  stage: {
    readonly name: string;
    run(context: StageContext<Config>): Promise<StageResult | undefined>;
  },
  config: Config,
  { from, batches, sample }: SourceEvents,
  options: ContextOptions = {}
): Promise<EventRun> {
  const base = temporaryFolder();
  await writeBatches(join(base, 'events.arrow'), batches, sample);
  const context = stageContext(stage.name, config, { base, inputs: { [from]: base } }, options);
  const result = await stage.run(context);
  const { dir } = context.out;
  const path = join(dir, 'events.arrow');
  return { dir, path, result, ...(await readEventFile(path)) };
}
