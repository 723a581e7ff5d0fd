import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How a stage made its output: its settings, code and outputs, and no times. */
export interface Making {
  readonly stage: string;
  /** Dataset, pipeline or study. */
  readonly project: string;
  /** Its settings, defaults filled in. */
  readonly config: Readonly<Record<string, unknown>>;
  /** What the settings put in the place of our package, with the digest of its files; null where nothing. */
  readonly swap: Readonly<Record<string, unknown>> | null;
  /** Node's major version. */
  readonly node: string;
  /** Digest of the code. */
  readonly code: string;
  /** What it computed with; null where its result does not depend on it. */
  readonly backend: string | null;
  /** Files from outside with their digests, by setting. */
  readonly outside: Readonly<Record<string, unknown>>;
  readonly files: readonly {
    readonly name: string;
    readonly bytes: number;
    readonly sha256: string;
  }[];
  readonly counts: Readonly<Record<string, unknown>>;
}

type MakingFile = Pick<Making, 'stage' | 'project' | 'config' | 'swap' | 'node' | 'code'> & {
  readonly backend?: string;
  readonly files?: Making['outside'];
};

interface Manifest {
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
  readonly counts: Making['counts'];
}

/**
 * Reads how a stage made its output.
 *
 * @param dir Its folder.
 * @returns Null if one of its records is not there.
 */
export async function readMaking(dir: string): Promise<Making | null> {
  const making = (await readJson(join(dir, 'making.json'))) as MakingFile | null;
  const manifest = (await readJson(join(dir, 'manifest.json'))) as Manifest | null;
  if (making === null || manifest === null) return null;
  const { stage, project, config, swap, node, code, backend = null, files = {} } = making;
  const outputs = Object.entries(manifest.files).map(([name, file]) => ({ name, ...file }));
  const left = { files: outputs, counts: manifest.counts };
  return { stage, project, config, swap, node, code, backend, outside: files, ...left };
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as unknown;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
