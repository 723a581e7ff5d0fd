import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { $ } from 'zx';

/** Milliseconds an interrupted program gets to stop by itself; less than its runner gets. */
const GRACE = 1000;
/** Milliseconds between two looks at whether it has stopped. */
const LOOK = 20;

/** How a program ended. */
export interface ProgramEnd {
  /** `undefined` if it succeeded, else e.g. `exited with code 3` or `was ended by SIGKILL`. */
  readonly failure: string | undefined;
  /** Its last line on standard error that is not blank, else on standard output; may be empty. */
  readonly lastLine: string;
}

/**
 * Runs a command line by the shell, without standard input, in a process group of its own: an interruption ends the
 * program together with everything that it started.
 *
 * @param line The command line, quoted for the shell.
 * @param cwd Folder to run it in.
 * @param log Is given every line that the program prints.
 * @param signal Ends the whole group: SIGTERM, and SIGKILL one second later.
 * @returns How it ended.
 * @throws The signal's reason if it was aborted; no process of the group is left then.
 */
export async function runProgram(
  line: string,
  cwd: string,
  log: (line: string) => void,
  signal: AbortSignal
): Promise<ProgramEnd> {
  signal.throwIfAborted();
  const words = Object.assign([line], { raw: [line] });
  const stdio = ['ignore', 'pipe', 'pipe'] as const;
  const running = $({ cwd, stdio: [...stdio], detached: true, nothrow: true, quiet: true })(words);
  const said = {
    stdout: followLines(running.stdout, log),
    stderr: followLines(running.stderr, log),
  };
  const group = guardGroup(running.pid, signal);
  try {
    const { exitCode, signal: killed } = await running;
    await group.ending();
    signal.throwIfAborted();
    const how = exitCode === null ? `was ended by ${killed}` : `exited with code ${exitCode}`;
    const lastLine = said.stderr() || said.stdout();
    return { failure: exitCode === 0 ? undefined : how, lastLine };
  } finally {
    group.release();
  }
}

/** Logs a stream line by line; returns what tells its last line that is not blank. */
function followLines(input: Readable, log: (line: string) => void): () => string {
  let last = '';
  createInterface({ input }).on('line', (line) => {
    log(line);
    if (line.trim() !== '') last = line.trim();
  });
  return () => last;
}

/** Ends a process group when the signal is aborted, or at the latest when this process exits. */
function guardGroup(
  id: number | undefined,
  signal: AbortSignal
): { ending(): Promise<void>; release(): void } {
  let ending = Promise.resolve();
  const end = (): void => {
    ending = endGroup(id);
  };
  const kill = (): void => void signalGroup(id, 'SIGKILL');
  signal.addEventListener('abort', end, { once: true });
  process.once('exit', kill);
  return {
    ending: () => ending,
    release() {
      signal.removeEventListener('abort', end);
      process.off('exit', kill);
    },
  };
}

async function endGroup(id: number | undefined): Promise<void> {
  signalGroup(id, 'SIGTERM');
  for (let waited = 0; waited < GRACE && signalGroup(id, 0); waited += LOOK) await setTimeout(LOOK);
  signalGroup(id, 'SIGKILL');
}

/** Sends a signal to every process of a group; 0 only asks. Returns whether there is one. */
function signalGroup(id: number | undefined, signal: NodeJS.Signals | 0): boolean {
  if (id === undefined) return false;
  try {
    return process.kill(-id, signal);
  } catch {
    return false;
  }
}
