import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** How a process of its own ended. */
export interface Ended<Message> {
  /** Its exit code; null if it was stopped by a signal. */
  readonly code: number | null;
  /** What it printed, errors as well. */
  readonly output: string;
  /** The last message that it sent. */
  readonly message: Message | undefined;
}

/** What `runInNode` takes beside the script. */
export interface Settings {
  /** Modules to load before, e.g. `../tfjs/core-modules.mjs`; relative to this folder. */
  readonly preload?: readonly string[];
  readonly nodeOptions?: readonly string[];
  readonly args?: readonly string[];
}

/**
 * Runs a TypeScript file in a Node process of its own.
 *
 * @param script URL of the file.
 * @param settings What the process is given.
 * @returns How it ended.
 */
export function runInNode<Message>(
  script: URL,
  { preload = [], nodeOptions = [], args = [] }: Settings = {}
): Promise<Ended<Message>> {
  const modules = ['./typescript.mjs', ...preload].map(
    (path) => new URL(path, import.meta.url).href
  );
  const child = fork(fileURLToPath(script), args, {
    execArgv: [...nodeOptions, ...modules.flatMap((module) => ['--import', module])],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, NODE_OPTIONS: '' },
    serialization: 'advanced',
  });
  let output = '';
  let message: Message | undefined;
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  child.on('message', (received) => (message = received as Message));
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, output, message }));
  });
}
