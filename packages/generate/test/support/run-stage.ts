import { join } from 'node:path';
import type { StageResult } from '@deelema/stage';
import { stageContext, type ContextOptions } from '../../../../test/support/stage-context.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { config as schema } from '../../src/config.mjs';
import { stage } from '../../src/stage.ts';

/** What a run of the stage left behind. */
export interface Run {
  /** Path of `events.arrow`. */
  readonly events: string;
  readonly result: StageResult | undefined;
}

/** Runs the stage on real files, as the runner does. */
export async function runStage(
  config: Record<string, unknown>,
  { base = temporaryFolder(), ...options }: ContextOptions & { readonly base?: string } = {}
): Promise<Run> {
  const context = stageContext('generate', schema.parse(config), { base }, options);
  const result = await stage.run(context);
  return { events: join(context.out.dir, 'events.arrow'), result };
}
