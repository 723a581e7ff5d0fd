import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ConfigError, readConfig } from '@deelema/workflow';
import { findPipeline, isStudy } from '../find-project.ts';
import { findWorkspace } from '../find-workspace.ts';
import { forecast } from '../forecast/forecast.ts';
import { forecastJson } from '../forecast/json.ts';
import { forecastText } from '../forecast/text.ts';
import type { AddCommand } from '../main.ts';
import { planPipeline, planStudy, type Run } from '../tasks.ts';
import { readConfigs } from '../wanted-stages.ts';

/** `deelema run NAME [STAGE]`. */
export const runCommand: AddCommand = (program, end) => {
  program
    .command('run')
    .description(
      'Run a pipeline or study, or one stage of it with all it needs (the same as nx run NAME:STAGE).'
    )
    .argument('<name>', 'the pipeline or study, a folder under pipelines/; data-… for a dataset')
    .argument('[stage]', 'a stage; all of them if left out')
    .option('--dry-run', 'say what would run, how long and how large, and run nothing')
    .option('--json', 'with --dry-run: the same for programs')
    .addHelpText(
      'after',
      '\nExamples:\n  deelema run quickstart\n  deelema run quickstart train --dry-run\n  deelema run data-toy\n  deelema run my-study'
    )
    .action(async (name: string, given: string | undefined, { dryRun, json }: Options) => {
      if (json && !dryRun) throw new ConfigError('--json says what would run: give --dry-run too.');
      const root = findWorkspace();
      const { target, tasks } = await planRun(root, name, given);
      const print = json ? forecastJson : forecastText;
      if (dryRun) console.log(print(await forecast(root, tasks)));
      else end(await runNx(root, target));
    });
};

interface Options {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

async function planRun(root: string, name: string, given: string | undefined): Promise<Run> {
  if (isStudy(root, name)) return planStudy(root, await readConfig(root, 'study', name), given);
  return planPipeline(await readConfigs(root, findPipeline(root, name)), given);
}

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
