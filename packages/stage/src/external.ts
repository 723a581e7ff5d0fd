import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { convertEvents, InputError } from '@deelema/events';
import { type RunSwap, stageEntry } from '@deelema/workflow';
import { $, quote } from 'zx';
import type { StagePlan } from './plan.ts';
import type { Progress } from './progress.ts';
import { writeJson } from './publish.ts';

/** What an external program is given to work with. */
export interface ExternalRun {
  readonly plan: StagePlan;
  /** The empty output folder. */
  readonly out: string;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/**
 * Runs a stage that is a program of its own:
 *
 *     command --config config.json --input <stage>.<output>=PATH … --out DIR
 *
 * Event files are converted to the format it reads, and what it writes back to Arrow.
 *
 * @throws InputError if the program fails or does not write an output that the stage declares.
 */
export async function runExternal(
  run: RunSwap,
  { plan, out, progress, signal }: ExternalRun
): Promise<void> {
  const work = join(out, '.external');
  mkdirSync(work);
  const inputs = await handOver(run, plan, work);
  const config = join(work, 'config.json');
  writeJson(config, plan.section.config);
  const line = [run.command, '--config', quote(config), ...inputs, '--out', quote(out)].join(' ');
  await execute(line, run.command, { plan, out, progress, signal });
  rmSync(work, { recursive: true });
  await takeBack(run, plan, out);
}

/** `--input` arguments for every upstream output, event files converted to what the program reads. */
async function handOver(run: RunSwap, plan: StagePlan, work: string): Promise<string[]> {
  const words: string[] = [];
  for (const [stage, folder] of Object.entries(plan.inputs)) {
    for (const [name, file] of Object.entries(stageEntry(stage).outputs)) {
      let path = join(folder, file);
      if (run.reads !== 'arrow' && file.endsWith('.arrow')) {
        path = join(work, `${stage}-${file.replace(/arrow$/, run.reads)}`);
        await convertEvents(join(folder, file), path);
      }
      words.push('--input', quote(`${stage}.${name}=${path}`));
    }
  }
  return words;
}

async function execute(
  line: string,
  command: string,
  { plan, progress, signal }: ExternalRun
): Promise<void> {
  const words = Object.assign([line], { raw: [line] });
  const running = $({ cwd: plan.base, signal, nothrow: true, quiet: true })(words);
  let last = '';
  for await (const text of running) {
    last = text;
    progress.log(text);
  }
  const { exitCode, signal: killed } = await running;
  signal.throwIfAborted();
  if (exitCode === 0) return;
  const how = exitCode === null ? `was ended by ${killed}` : `exited with code ${exitCode}`;
  const said = (await running).stderr.trim().split('\n').pop() ?? last;
  throw new InputError(
    `${plan.stage}: \`${command}\` ${how}${said ? `; its last line was: ${said}` : ''}.`
  );
}

/** Converts what the program wrote, and checks that it wrote everything the stage declares. */
async function takeBack(run: RunSwap, plan: StagePlan, out: string): Promise<void> {
  for (const file of Object.values(stageEntry(plan.stage).outputs)) {
    const written = file.endsWith('.arrow') ? file.replace(/arrow$/, run.writes) : file;
    if (!existsSync(join(out, written))) {
      const found = readdirSync(out).join(', ') || 'nothing';
      throw new InputError(
        `${plan.stage}: \`${run.command}\` ended without writing ${written} into its --out folder; it wrote ${found}.`
      );
    }
    if (written === file) continue;
    await convertEvents(join(out, written), join(out, file));
    rmSync(join(out, written));
  }
}
