import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { InputError } from '@deelema/events';
import { checkSection, ConfigError, readYaml, stageEntry } from '@deelema/workflow';
import type { StageContext, StageResult } from './contract.ts';
import { runExternal } from './external.ts';
import { inputFolder, outputFolder } from './folders.ts';
import { loadStage } from './load-stage.ts';
import { makeManifest, MANIFEST, RUN_RECORD, verify } from './manifest.ts';
import { planStage, type StagePlan, type StageRequest } from './plan.ts';
import type { Progress } from './progress.ts';
import { publish, sweep, temporaryFolder, writeJson } from './publish.ts';

/** How a stage is run; nothing in here changes its result. */
export interface RunOptions {
  readonly progress: Progress;
  readonly signal: AbortSignal;
  /** Worker threads; default: one per core. */
  readonly workers?: number;
}

/**
 * Runs one stage: into a temporary folder, which is renamed into place when everything in it is complete.
 *
 * @returns `up to date` if the output folder already holds the result of the same inputs, else `done`.
 * @throws ConfigError or InputError with one clear sentence; on any error no output folder is left.
 */
export async function runStage(
  request: StageRequest,
  options: RunOptions
): Promise<'done' | 'up to date'> {
  const plan = await planStage(request);
  await checkSwaps(plan);
  if (await isUpToDate(plan)) return 'up to date';
  const temporary = temporaryFolder(plan.dir);
  // What an earlier run left would look current beside the outputs of this one.
  rmSync(plan.dir, { recursive: true, force: true });
  mkdirSync(dirname(plan.dir), { recursive: true });
  sweep(plan.dir);
  mkdirSync(temporary);
  const discard = (): void => rmSync(temporary, { recursive: true, force: true });
  process.once('exit', discard);
  try {
    const started = new Date();
    const result = await execute(plan, temporary, options);
    options.signal.throwIfAborted();
    checkOutputs(plan, temporary);
    const manifest = await makeManifest(temporary, plan.stage, result?.counts ?? {});
    writeJson(join(temporary, MANIFEST), manifest);
    writeJson(join(temporary, RUN_RECORD), runRecord(plan, result, started));
    publish(temporary, plan.dir);
    rmSync(scratchFolder(plan), { recursive: true, force: true });
    return 'done';
  } catch (error) {
    throw explainFullDisk(error, plan);
  } finally {
    discard();
    process.off('exit', discard);
  }
}

/** Checks the settings of every swapped stage of the project, before the first of its stages starts. */
async function checkSwaps({ root, base, config }: StagePlan): Promise<void> {
  const problems: string[] = [];
  for (const [stage, { swap, config: settings }] of Object.entries(config.sections)) {
    if (!swap || !('use' in swap)) continue;
    const { config: schema } = await loadStage(root, base, stage, swap.use);
    problems.push(...checkSection(readYaml(root, config.file), [stage], settings, schema).problems);
  }
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
}

async function isUpToDate(plan: StagePlan): Promise<boolean> {
  const record = join(plan.dir, RUN_RECORD);
  if (!existsSync(record)) return false;
  try {
    const { key } = JSON.parse(readFileSync(record, 'utf8')) as { key?: unknown };
    return key === plan.key && (await verify(plan.dir)).length === 0;
  } catch {
    return false;
  }
}

async function execute(
  plan: StagePlan,
  temporary: string,
  { progress, signal, workers = availableParallelism() }: RunOptions
): Promise<StageResult | undefined> {
  const { root, base, stage, section, name } = plan;
  if (section.swap && 'run' in section.swap) {
    await runExternal(section.swap.run, { plan, out: temporary, progress, signal });
    return undefined;
  }
  const implementation = await loadStage(root, base, stage, section.swap?.use);
  const scratch = scratchFolder(plan);
  mkdirSync(scratch, { recursive: true });
  const context: StageContext<unknown> = {
    config: implementation.config.parse(section.config),
    inputs: Object.fromEntries(
      Object.entries(plan.inputs).map(([from, folder]) => [from, inputFolder(from, folder)])
    ),
    out: outputFolder(stage, temporary),
    project: name,
    base,
    scratch,
    workers,
    progress,
    signal,
  };
  return implementation.run(context);
}

/** Checkpoints of an interrupted run lie under its key: a run with other inputs never sees them. */
function scratchFolder({ dir, stage, key }: StagePlan): string {
  return join(dirname(dir), '.scratch', `${stage}-${key.slice(0, 16)}`);
}

function checkOutputs({ stage }: StagePlan, temporary: string): void {
  for (const file of Object.values(stageEntry(stage).outputs)) {
    if (!existsSync(join(temporary, file)))
      throw new InputError(`${stage} ended without writing ${file}.`);
  }
}

function runRecord(plan: StagePlan, result: StageResult | undefined, started: Date): object {
  const finished = new Date();
  return {
    key: plan.key,
    stage: plan.stage,
    project: plan.name,
    swap: plan.section.swap ?? null,
    dependsOn: plan.dependsOn,
    started: started.toISOString(),
    finished: finished.toISOString(),
    seconds: (finished.getTime() - started.getTime()) / 1000,
    versions: { node: process.versions.node, platform: `${process.platform}-${process.arch}` },
    ...result?.record,
  };
}

function explainFullDisk(error: unknown, { stage, dir }: StagePlan): unknown {
  if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') return error;
  return new InputError(
    `${stage}: the disk is full; nothing was written to ${dir}. Free some space and run it again.`,
    { cause: error }
  );
}
