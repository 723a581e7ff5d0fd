import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { planStage, readManifest } from '@deelema/stage';
import { stageDir, stageEntry } from '@deelema/workflow';
import { findWorkspace } from '../find-workspace.ts';
import type { AddCommand } from '../main.ts';
import {
  projectOf,
  readConfigs,
  targetOfAll,
  wantedStages,
  type Configs,
} from '../wanted-stages.ts';

/** What a forecast needs of `run.json`. */
interface RunRecord {
  readonly key: string;
  readonly seconds: number;
}

/** `deelema run NAME [STAGE]`. */
export const runCommand: AddCommand = (program, end) => {
  program
    .command('run')
    .description(
      'Run a pipeline, or one stage of it with all it needs (the same as nx run NAME:STAGE).'
    )
    .argument('<name>', 'the pipeline, a folder under pipelines/; data-… for a dataset')
    .argument('[stage]', 'a stage; all of them if left out')
    .option('--dry-run', 'say what would run, and run nothing')
    .addHelpText(
      'after',
      '\nExamples:\n  deelema run quickstart\n  deelema run quickstart train --dry-run\n  deelema run data-toy'
    )
    .action(async (name: string, given: string | undefined, { dryRun }: { dryRun?: boolean }) => {
      const root = findWorkspace();
      const configs = await readConfigs(root, name);
      const stage = given === undefined || given === 'pipeline' ? targetOfAll(configs) : given;
      const wanted = wantedStages(configs, stage);
      if (dryRun) console.log(await forecast(root, configs, wanted));
      else end(await runNx(root, `${projectOf(configs, stage)}:${stage}`));
    });
};

/**
 * Runs an Nx task and waits for it.
 *
 * @returns 0 done, 1 failed, 130 interrupted. Nx itself also says 130 when it skipped tasks after a failure.
 */
function runNx(root: string, task: string): Promise<number> {
  const nx = createRequire(join(root, 'package.json')).resolve('nx/bin/nx.js');
  const child = spawn(process.execPath, [nx, 'run', task, '--output-style=stream'], {
    cwd: root,
    stdio: 'inherit',
    // Where Nx gives its tasks a terminal of their own, a Ctrl-C may not reach this process, which could then not say 130.
    env: { ...process.env, NX_NATIVE_COMMAND_RUNNER: 'false' },
  });
  let interrupted = false;
  const forward = (signal: NodeJS.Signals): void => {
    interrupted = true;
    child.kill(signal);
  };
  process.on('SIGINT', forward).on('SIGTERM', forward);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('SIGINT', forward).off('SIGTERM', forward);
      resolve(code === 0 ? 0 : interrupted ? 130 : 1);
    });
  });
}

/** One line per stage: whether it is up to date, else how long it took the last time. */
async function forecast(
  root: string,
  configs: Configs,
  wanted: readonly string[]
): Promise<string> {
  const stale = new Set<string>();
  const lines: string[] = [];
  for (const stage of wanted) {
    const { kind, needs } = stageEntry(stage);
    const { name } = configs[kind] ?? configs.dataset;
    const folder = stageDir(kind, name, stage);
    const record = readRecord(join(root, folder));
    const fresh =
      !needs.some((upstream) => stale.has(upstream)) &&
      (await planStage({ root, kind, name, stage })).key === record?.key;
    if (!fresh) stale.add(stage);
    const before = record ? `, took ${record.seconds.toFixed(1)} s before` : '';
    lines.push(`${stage.padEnd(12)} ${fresh ? 'up to date' : `to run${before}`}  ${folder}`);
  }
  return lines.join('\n');
}

/** The record of a stage that is made: undefined without its manifest, or if the record is damaged. */
function readRecord(folder: string): RunRecord | undefined {
  if (!readManifest(folder)) return undefined;
  try {
    const record: unknown = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'));
    return isRunRecord(record) ? record : undefined;
  } catch {
    return undefined;
  }
}

function isRunRecord(record: unknown): record is RunRecord {
  const { key, seconds } = (record ?? {}) as Record<string, unknown>;
  return typeof key === 'string' && typeof seconds === 'number';
}
