import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { availableParallelism, freemem } from 'node:os';
import { join } from 'node:path';
import { findWorkspace } from '../find-workspace.ts';
import type { AddCommand } from '../main.ts';

/** One thing that was looked at. */
interface Finding {
  readonly what: string;
  readonly found: string;
  /** What to do about it; undefined if it is well. */
  readonly advice?: string;
  /** True if nothing works without it. */
  readonly needed?: boolean;
}

/** `deelema doctor`. */
export const doctorCommand: AddCommand = (program, end) => {
  program
    .command('doctor')
    .description('Say what works on this machine, and what to do about the rest.')
    .option('--json', 'print JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const findings = await examine(findWorkspace());
      if (findings.some(({ needed, advice }) => needed && advice)) end(1);
      console.log(json ? JSON.stringify(findings, null, 2) : findings.map(format).join('\n'));
    });
};

async function examine(root: string): Promise<Finding[]> {
  const disk = await statfs(root);
  const freeDisk = disk.bavail * disk.bsize;
  return [
    nodeVersion(),
    ...['nx', 'typescript', 'apache-arrow', '@tensorflow/tfjs-core'].map((name) =>
      installed(root, name)
    ),
    {
      what: 'built',
      found: existsSync(join(root, 'packages/cli/dist/index.js')) ? 'yes' : 'no',
      needed: true,
    },
    ...BACKENDS.map((backend) => backendFinding(root, backend)),
    { what: 'auto backend', found: candidate(root, 'auto') },
    { what: 'cores', found: String(availableParallelism()) },
    amount('free memory', freemem(), 2),
    amount('free disk', freeDisk, 2),
    python(),
  ];
}

function nodeVersion(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const well = major > 20 || (major === 20 && minor >= 19);
  const finding = { what: 'Node', found: process.versions.node, needed: true };
  return well ? finding : { ...finding, advice: 'install Node 20.19 or later' };
}

function installed(root: string, name: string): Finding {
  const file = join(root, 'node_modules', name, 'package.json');
  if (!existsSync(file))
    return { what: name, found: 'missing', advice: 'run npm ci', needed: true };
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return { what: name, found: version, needed: true };
}

interface BackendToTry {
  /** Name, and provider of onnxruntime. */
  readonly words: readonly string[];
  /** Who has use for it, if it is optional. */
  readonly optional?: string;
}

const BACKENDS: readonly BackendToTry[] = [
  { words: ['tensorflow-gpu'], optional: 'for NVIDIA GPUs with CUDA 11' },
  { words: ['onnxruntime'] },
  { words: ['onnxruntime', 'cuda'], optional: 'for NVIDIA GPUs with CUDA 12' },
  { words: ['wasm'] },
  { words: ['cpu'] },
];

/** Whether a backend starts: it is tried. */
function backendFinding(root: string, { words, optional }: BackendToTry): Finding {
  const found = candidate(root, ...words);
  const finding = { what: `backend ${words.join(', ')}`, found };
  if (!found.startsWith('unavailable')) return finding;
  const install = candidate(root, '--install', ...words);
  return { ...finding, advice: optional ? `optional, ${optional}: ${install}` : install };
}

/** The line by which the train stage tells which backend it would take, or how to install one. */
function candidate(root: string, ...args: string[]): string {
  const script = join(root, 'packages/train/src/backend-candidates.mjs');
  return execFileSync(process.execPath, [script, ...args], { encoding: 'utf8' }).trim();
}

function amount(what: string, bytes: number, leastGiB: number): Finding {
  const gib = bytes / 2 ** 30;
  const finding = { what, found: `${gib.toFixed(1)} GiB` };
  return gib >= leastGiB ? finding : { ...finding, advice: `${leastGiB} GiB are advisable` };
}

function python(): Finding {
  try {
    const found = execFileSync('python3', ['--version'], { encoding: 'utf8' }).trim();
    return { what: 'python3', found };
  } catch {
    return {
      what: 'python3',
      found: 'missing',
      advice: 'optional, for the example of an external stage',
    };
  }
}

function format({ what, found, advice }: Finding): string {
  return `${advice ? '!' : ' '} ${what.padEnd(24)} ${found}${advice ? `  (${advice})` : ''}`;
}
