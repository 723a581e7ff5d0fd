// @ts-check
import { createHash } from 'node:crypto';
import {
  createReadStream,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** @typedef {import('./read-config.mjs').Config} Config */

/**
 * The event file that a dataset reads, if it reads one.
 *
 * @param {string} root The workspace.
 * @param {Pick<Config, 'base'> & { sections: Record<string, { config: unknown }> }} config
 * @returns {string | undefined} Absolute path.
 */
export function sourceFile(root, config) {
  const generate = /** @type {{ source?: string, path?: string } | undefined} */ (
    config.sections.generate?.config
  );
  if (generate?.source !== 'file' || !generate.path) return undefined;
  return resolve(root, config.base, generate.path);
}

/**
 * SHA-256 of a file's content, remembered beside its size and times, so that a large file is read once.
 *
 * @param {string} root The workspace; the memory lies in its `.nx` folder.
 * @param {string} file Absolute path.
 * @returns {Promise<string>} 64 hexadecimal digits, or `missing`.
 */
export async function sourceDigest(root, file) {
  const memory = join(root, '.nx', 'source-digests.json');
  const stamp = stampOf(file);
  if (stamp === undefined) return 'missing';
  const known = readMemory(memory);
  if (known[file]?.stamp === stamp) return known[file].sha256;
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  const sha256 = hash.digest('hex');
  writeMemory(memory, { ...known, [file]: { stamp, sha256 } });
  return sha256;
}

/** @param {string} file @returns {string | undefined} Undefined if it is not there, or is no file. */
function stampOf(file) {
  try {
    const stats = statSync(file, { bigint: true });
    if (!stats.isFile()) return undefined;
    const { size, mtimeNs, ctimeNs, ino } = stats;
    return [size, mtimeNs, ctimeNs, ino].join(' ');
  } catch {
    return undefined;
  }
}

/** @param {string} memory @returns {Record<string, { stamp: string, sha256: string }>} */
function readMemory(memory) {
  try {
    return JSON.parse(readFileSync(memory, 'utf8'));
  } catch {
    return {};
  }
}

/** @param {string} memory @param {Record<string, unknown>} value */
function writeMemory(memory, value) {
  mkdirSync(dirname(memory), { recursive: true });
  const temporary = `${memory}.${process.pid}`;
  writeFileSync(temporary, JSON.stringify(value));
  renameSync(temporary, memory);
}
