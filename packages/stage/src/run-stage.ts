import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { InputError } from '@deelema/events';
import { projectName } from '@deelema/workflow';
import { checkOutputs } from './check-outputs.ts';
import { checkSwaps } from './check-swaps.ts';
import type { StageContext, StageResult } from './contract.ts';
import { runExternal } from './external.ts';
import { inputFolders, outputFolder } from './folders.ts';
import { explain } from './explain.ts';
import { loadStage } from './load-stage.ts';
import { lock } from './lock.ts';
import { making } from './making.ts';
import { makeManifest, MAKING, MANIFEST, RUN_RECORD, verify } from './manifest.ts';
import { planStage, type StagePlan, type StageRequest } from './plan.ts';
import type { Progress } from './progress.ts';
import { runRecord } from './run-record.ts';
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
  const release = await prepareFolder(plan, options);
  try {
    if (await isUpToDate(plan)) return 'up to date';
    // What an earlier run left would look current beside the outputs of this one.
    rmSync(plan.dir, { recursive: true, force: true });
    sweep(plan.dir);
    await runAndPublish(plan, options);
    return 'done';
  } catch (error) {
    throw explain(error, plan);
  } finally {
    release();
  }
}

/** Makes the folder that the outputs go beside, and keeps other processes out. */
async function prepareFolder(plan: StagePlan, options: RunOptions): Promise<() => void> {
  try {
    mkdirSync(dirname(plan.dir), { recursive: true });
    const tell = (holder: number): void =>
      options.progress.log(`waits for process ${holder}, which runs the same stage`);
    return await lock(plan.dir, tell, options.signal);
  } catch (error) {
    throw explain(error, plan);
  }
}

/** Runs the stage into a temporary folder, and renames that into place when everything in it is complete. */
async function runAndPublish(plan: StagePlan, options: RunOptions): Promise<void> {
  const temporary = temporaryFolder(plan.dir);
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary);
  const discard = (): void => rmSync(temporary, { recursive: true, force: true });
  process.once('exit', discard);
  try {
    const started = new Date();
    const result = await execute(plan, temporary, options);
    options.signal.throwIfAborted();
    await checkOutputs(plan.stage, temporary);
    await checkUnchanged(plan);
    const manifest = await makeManifest(temporary, plan.stage, result?.counts ?? {});
    writeJson(join(temporary, MANIFEST), manifest);
    writeJson(join(temporary, MAKING), making(plan));
    writeJson(join(temporary, RUN_RECORD), runRecord(plan, result, started));
    publish(temporary, plan.dir);
    rmSync(scratchFolder(plan), { recursive: true, force: true });
  } finally {
    discard();
    process.off('exit', discard);
  }
}

/** What was computed from settings that have been edited meanwhile must not pass for the result of either. */
async function checkUnchanged(plan: StagePlan): Promise<void> {
  if ((await planStage(plan)).key === plan.key) return;
  throw new InputError(
    `${plan.stage}: its settings, code or inputs were changed while it ran; nothing was kept. Run it again.`
  );
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
  const { root, base, kind, stage, section, name } = plan;
  if (section.swap && 'run' in section.swap) {
    await runExternal(section.swap.run, { plan, out: temporary, progress, signal });
    return undefined;
  }
  const implementation = await loadStage(root, base, stage, section.swap?.use);
  const scratch = scratchFolder(plan);
  mkdirSync(scratch, { recursive: true });
  const context: StageContext<unknown> = {
    config: implementation.config.parse(section.config),
    inputs: inputFolders(plan.inputs),
    members: plan.members.map((member) => ({ ...member, inputs: inputFolders(member.inputs) })),
    makings: Object.values(plan.makings),
    out: outputFolder(stage, temporary),
    project: kind === 'dataset' ? name : projectName(kind, name),
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
