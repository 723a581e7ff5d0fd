import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository these tests belong to. */
export const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/** What a command printed and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** A workspace of its own in a temporary folder: this repository's code, and no datasets or pipelines yet. */
export interface Workspace {
  readonly root: string;
  path(...parts: string[]): string;
  write(file: string, text: string): void;
  read(file: string): string;
  /** Replaces text in a file; fails if it does not occur. */
  edit(file: string, from: string, to: string): void;
  /** Runs Nx, really. */
  nx(...words: string[]): Promise<Ended>;
  /** Runs `deelema`, really. */
  deelema(...words: string[]): Promise<Ended>;
  /** Runs Nx and names the stages that were executed, not restored: `toy-a:train`, sorted. */
  executed(...words: string[]): Promise<string[]>;
  remove(): void;
}

const TOP = [
  'nx.json',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.base.json',
  '.gitignore',
];

/**
 * Makes a workspace in a temporary folder. Its packages are copies, so that a test may edit them; npm packages are
 * links to the installed ones.
 */
export function createWorkspace(): Workspace {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'deelema test-')));
  // With the times of the files, so that what is built already is not built again.
  const copy = { recursive: true, preserveTimestamps: true };
  for (const file of TOP) cpSync(join(REPOSITORY, file), join(root, file), copy);
  const skip = ['node_modules', 'test'];
  cpSync(join(REPOSITORY, 'packages'), join(root, 'packages'), {
    ...copy,
    filter: (source) => !skip.includes(basename(source)),
  });
  linkModules(root);
  mkdirSync(join(root, 'datasets'));
  mkdirSync(join(root, 'pipelines'));
  for (const file of ['datasets/.gitignore', 'pipelines/.gitignore'])
    cpSync(join(REPOSITORY, file), join(root, file));
  return workspaceAt(root);
}

function workspaceAt(root: string): Workspace {
  const path = (...parts: string[]): string => join(root, ...parts);
  const nx = (...words: string[]): Promise<Ended> =>
    run(root, [
      join(REPOSITORY, 'node_modules/nx/dist/bin/nx.js'),
      ...words,
      '--output-style=stream',
    ]);
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(path(file)), { recursive: true });
    writeFileSync(path(file), text);
  };
  const read = (file: string): string => readFileSync(path(file), 'utf8');
  return {
    root,
    path,
    write,
    read,
    edit(file, from, to) {
      const text = read(file);
      if (!text.includes(from))
        throw new Error(`${file} does not contain ${JSON.stringify(from)}.`);
      write(file, text.replace(from, to));
    },
    nx,
    deelema: (...words) => run(root, [path('packages/cli/bin/deelema.mjs'), ...words]),
    async executed(...words) {
      const before = Date.now();
      const { code, output } = await nx(...words);
      if (code !== 0) throw new Error(`nx ${words.join(' ')} ended with ${code}:\n${output}`);
      return stagesStartedSince(root, before);
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Runs Node in a folder, as a user without a terminal would. */
export function run(
  cwd: string,
  words: readonly string[],
  variables: NodeJS.ProcessEnv = {}
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const env = { ...environment(), ...variables };
    const child = spawn(process.execPath, words, { cwd, env });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** Without what vitest or an outer Nx would hand down. */
function environment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(NX_|VITEST|NODE_OPTIONS|FORCE_COLOR)/.test(name)
  );
  return {
    ...Object.fromEntries(inherited),
    NX_DAEMON: 'false',
    NX_TUI: 'false',
    NX_ISOLATE_PLUGINS: 'false',
    NO_COLOR: '1',
  };
}

/** Stages whose run record says that they began after a moment: a restored record keeps its old time. */
function stagesStartedSince(root: string, moment: number): string[] {
  return runRecords(root)
    .map(
      (file) =>
        JSON.parse(readFileSync(file, 'utf8')) as {
          project: string;
          stage: string;
          started: string;
        }
    )
    .filter(({ started }) => Date.parse(started) >= moment)
    .map(({ project, stage }) => `${project}:${stage}`)
    .sort();
}

function runRecords(root: string): string[] {
  const outputs = list(join(root, 'pipelines')).map((folder) => join(folder, 'out'));
  const members = outputs.flatMap((folder) => list(join(folder, 'members')));
  return [...list(join(root, 'datasets')), ...outputs, ...members]
    .flatMap((folder) => list(folder).map((stage) => join(stage, 'run.json')))
    .filter((file) => existsSync(file));
}

/** The folders in a folder; none if that is not there. */
function list(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name));
}

/** `node_modules` with a link to every installed package, and our own packages linked to the copies. */
function linkModules(root: string): void {
  const installed = join(REPOSITORY, 'node_modules');
  const modules = join(root, 'node_modules');
  mkdirSync(join(modules, '@deelema'), { recursive: true });
  for (const name of readdirSync(installed)) {
    if (name === '@deelema' || name === '.cache') continue;
    if (name.startsWith('@')) linkScope(join(installed, name), join(modules, name));
    else symlinkSync(join(installed, name), join(modules, name));
  }
  for (const name of readdirSync(join(root, 'packages'))) {
    symlinkSync(join(root, 'packages', name), join(modules, '@deelema', name));
  }
}

function linkScope(from: string, to: string): void {
  mkdirSync(to);
  for (const name of readdirSync(from)) symlinkSync(join(from, name), join(to, name));
}
