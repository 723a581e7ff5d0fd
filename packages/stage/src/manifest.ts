import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** What is determined about a stage's outputs: equal outputs have equal manifests. */
export interface Manifest {
  readonly schemaVersion: 1;
  readonly stage: string;
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
  readonly counts: Readonly<Record<string, unknown>>;
}

export const MANIFEST = 'manifest.json';
export const RUN_RECORD = 'run.json';
/** How it was made: what is determined of a run, and no result. */
export const MAKING = 'making.json';

const RECORDS: readonly string[] = [MANIFEST, MAKING, RUN_RECORD];

/**
 * SHA-256 of a file, read as a stream.
 *
 * @returns 64 hexadecimal digits.
 */
export async function fileDigest(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/**
 * The manifest of a folder: every file in it but the records.
 *
 * @param dir The folder.
 * @param stage The stage that wrote it.
 * @param counts Determined numbers the stage reported.
 */
export async function makeManifest(
  dir: string,
  stage: string,
  counts: Readonly<Record<string, unknown>>
): Promise<Manifest> {
  const files: Record<string, { bytes: number; sha256: string }> = {};
  for (const file of listFiles(dir)) {
    const path = join(dir, file);
    files[file] = { bytes: statSync(path).size, sha256: await fileDigest(path) };
  }
  return { schemaVersion: 1, stage, files, counts };
}

/** Files below a folder as sorted relative paths, without the records. */
function listFiles(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)))
    .filter((file) => !RECORDS.includes(file))
    .sort();
}

/**
 * Reads a folder's manifest.
 *
 * @returns Undefined if the folder has none or it cannot be parsed.
 */
export function readManifest(dir: string): Manifest | undefined {
  const path = join(dir, MANIFEST);
  if (!existsSync(path)) return undefined;
  try {
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Partial<Manifest> | null;
    return typeof manifest?.files === 'object' ? (manifest as Manifest) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Checks a stage's folder against its manifest.
 *
 * @param dir The folder.
 * @returns What is wrong, one sentence each; empty if every file is as it was written.
 */
export async function verify(dir: string): Promise<string[]> {
  const manifest = readManifest(dir);
  if (!manifest) return [`${dir} has no readable ${MANIFEST}: it was not written by a stage.`];
  const present = new Set(listFiles(dir));
  const problems: string[] = [];
  for (const [file, expected] of Object.entries(manifest.files)) {
    if (!present.delete(file)) problems.push(`${file} is missing.`);
    else problems.push(...(await checkFile(join(dir, file), file, expected)));
  }
  return [...problems, ...[...present].map((file) => `${file} is not in the manifest.`)];
}

async function checkFile(
  path: string,
  file: string,
  expected: { bytes: number; sha256: string }
): Promise<string[]> {
  const { size } = statSync(path);
  if (size !== expected.bytes) return [`${file} has ${size} bytes, expected ${expected.bytes}.`];
  if ((await fileDigest(path)) === expected.sha256) return [];
  return [`${file} has another content than when it was written.`];
}
