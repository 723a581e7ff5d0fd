import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { StageContext } from '@deelema/stage';
import { inputFolder, outputFolder } from '../../packages/stage/src/folders.ts';

/** What a test may want otherwise than it is. */
export type ContextOptions = Partial<
  Pick<StageContext<unknown>, 'project' | 'makings' | 'workers' | 'signal' | 'progress'>
>;

/** Where a stage is run. */
export interface StageFolders {
  /** Folder of the YAML file, as it were; the output folder is made in it, named after the stage. */
  readonly base: string;
  /** Folders of the upstream stages, by their names. */
  readonly inputs?: Readonly<Record<string, string>>;
}

const SILENT: StageContext<unknown>['progress'] = {
  start: () => undefined,
  add: () => undefined,
  log: () => undefined,
};

/**
 * What the runner gives to a stage: real folders, and files named as the stage table names them.
 *
 * @param stage The stage.
 * @param config Its settings, defaults filled in.
 * @param folders Where it reads and writes.
 * @param options Defaults: the project `test`, one worker, silence, never told to stop.
 */
export function stageContext<Config>(
  stage: string,
  config: Config,
  { base, inputs = {} }: StageFolders,
  options: ContextOptions = {}
): StageContext<Config> {
  const dir = join(base, stage);
  const scratch = join(base, '.scratch', stage);
  mkdirSync(dir);
  mkdirSync(scratch, { recursive: true });
  return {
    config,
    inputs: Object.fromEntries(
      Object.entries(inputs).map(([from, folder]) => [from, inputFolder(from, folder)])
    ),
    out: outputFolder(stage, dir),
    project: 'test',
    base,
    scratch,
    workers: 1,
    progress: SILENT,
    signal: new AbortController().signal,
    ...options,
  };
}
