import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { convertEvents, InputError, openEvents } from '@deelema/events';
import { type RunSwap, stageEntry } from '@deelema/workflow';
import { quote } from 'zx';
import type { StagePlan } from './plan.ts';
import { runProgram } from './program.ts';
import type { Progress } from './progress.ts';
import { writeJson } from './publish.ts';
import type { Folders } from './upstream-folders.ts';

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
 * Event files are converted to the format it reads, each in one file, and what it writes back to Arrow. The outputs of
 * a study's members are called `<member>/<stage>.<output>`, and their labels stand in a file `--members members.json`.
 *
 * @throws InputError if the program fails or does not write an output that the stage declares.
 */
export async function runExternal(
  run: RunSwap,
  { plan, out, progress, signal }: ExternalRun
): Promise<void> {
  const work = join(out, '.external');
  mkdirSync(work);
  const inputs = await handOver(run, plan, work, progress);
  const config = join(work, 'config.json');
  writeJson(config, plan.section.config);
  const line = [run.command, '--config', quote(config), ...inputs, '--out', quote(out)].join(' ');
  await execute(line, run.command, { plan, out, progress, signal });
  if (!statSync(out, { throwIfNoEntry: false })?.isDirectory()) {
    throw new InputError(
      `${plan.stage}: \`${run.command}\` ended without writing its outputs: its --out folder is gone.`
    );
  }
  rmSync(work, { recursive: true, force: true });
  await takeBack(run, plan, out, progress);
}

/** `--input` arguments for every upstream output, event files as the program reads them. */
async function handOver(
  run: RunSwap,
  plan: StagePlan,
  work: string,
  progress: Progress
): Promise<string[]> {
  const words: string[] = [];
  const give = async (prefix: string, folders: Folders): Promise<void> => {
    for (const [stage, folder] of Object.entries(folders)) {
      for (const [name, file] of writtenOutputs(stage, folder)) {
        const copy = join(work, 'from', `${prefix}${stage}-${file}`);
        mkdirSync(dirname(copy), { recursive: true });
        const path = await readable(run, join(folder, file), copy, progress);
        words.push('--input', quote(`${prefix}${stage}.${name}=${path}`));
      }
    }
  };
  await give('', plan.inputs);
  for (const { name, inputs } of plan.members) {
    await give(`${name}/`, inputs);
  }
  return plan.members.length === 0 ? words : [...words, ...describeMembers(plan, work)];
}

/** Declared outputs of an upstream stage, without those that it did without. */
function writtenOutputs(stage: string, folder: string): [name: string, file: string][] {
  const { outputs, mayLack = [] } = stageEntry(stage);
  return Object.entries(outputs).filter(
    ([name, file]) => !mayLack.includes(name) || existsSync(join(folder, file))
  );
}

/** A file of an upstream stage; a copy of events in another format or in pieces. */
async function readable(
  run: RunSwap,
  path: string,
  copy: string,
  progress: Progress
): Promise<string> {
  if (!path.endsWith('.arrow')) return path;
  if (run.reads === 'arrow' && !(await isInPieces(path))) return path;
  const converted = copy.replace(/arrow$/, run.reads);
  await convert(path, converted, progress);
  return converted;
}

/** `--members` with a file of their names and labels. */
function describeMembers({ members }: StagePlan, work: string): string[] {
  const file = join(work, 'members.json');
  writeJson(
    file,
    members.map(({ name, labels }) => ({ name, labels }))
  );
  return ['--members', quote(file)];
}

/** Large event files are several files, which other readers of Arrow do not know as one. */
async function isInPieces(path: string): Promise<boolean> {
  const events = await openEvents(path);
  await events.close();
  return events.pieces > 1;
}

async function convert(from: string, to: string, progress: Progress): Promise<void> {
  const { ignored } = await convertEvents(from, to);
  if (ignored.length === 0) return;
  progress.log(
    `${basename(from)}: passed over ${ignored.join(', ')}, which are not event columns.`
  );
}

async function execute(
  line: string,
  command: string,
  { plan, progress, signal }: ExternalRun
): Promise<void> {
  const log = (text: string): void => progress.log(text);
  const { failure, lastLine } = await runProgram(line, plan.base, log, signal);
  if (failure === undefined) return;
  const words = lastLine ? `; its last line was: ${lastLine.replace(/\.$/, '')}` : '';
  throw new InputError(`${plan.stage}: \`${command}\` ${failure}${words}.`);
}

/** Converts what the program wrote, and checks that it wrote everything the stage declares. */
async function takeBack(
  run: RunSwap,
  plan: StagePlan,
  out: string,
  progress: Progress
): Promise<void> {
  for (const [, file] of writtenOutputs(plan.stage, out)) {
    const written = file.endsWith('.arrow') ? file.replace(/arrow$/, run.writes) : file;
    if (!existsSync(join(out, written))) {
      const found = readdirSync(out).join(', ') || 'nothing';
      throw new InputError(
        `${plan.stage}: \`${run.command}\` ended without writing ${written} into its --out folder; it wrote ${found}.`
      );
    }
    if (written === file) continue;
    try {
      await convert(join(out, written), join(out, file), progress);
    } catch (error) {
      throw explainBadFile(error, join(out, written), `${plan.stage}: \`${run.command}\``);
    }
    rmSync(join(out, written));
  }
}

/** Says who wrote the file, and names it without the temporary folder, which is gone when the sentence is read. */
function explainBadFile(error: unknown, path: string, who: string): unknown {
  if (!(error instanceof InputError)) return error;
  const { message, exitCode, cause } = error;
  const what = message.startsWith(path) ? 'a file that cannot be used:' : `${basename(path)}, but`;
  return new InputError(
    `${who} wrote ${what} ${message.replaceAll(`${dirname(path)}${sep}`, '')}`,
    {
      exitCode,
      cause,
    }
  );
}
