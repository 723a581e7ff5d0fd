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
import { dirname, extname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { stageEntry } from './stages.mjs';

/**
 * The files from outside that a stage reads, by the setting that names each.
 *
 * @param {string} root The workspace.
 * @param {string} base Folder of the YAML, relative to the workspace.
 * @param {string} stage
 * @param {unknown} settings The stage's settings.
 * @returns {Record<string, string>} Absolute paths; a setting that is not there names none.
 */
export function externalFiles(root, base, stage, settings) {
  const values = /** @type {Record<string, unknown>} */ (settings ?? {});
  const named = (stageEntry(stage).files ?? []).flatMap((setting) => {
    const path = values[setting];
    return typeof path === 'string' && path !== '' ? [[setting, resolve(root, base, path)]] : [];
  });
  return Object.fromEntries(named);
}

/**
 * Digests of the files from outside that a stage reads.
 *
 * @param {string} root The workspace.
 * @param {Record<string, string>} files As `externalFiles` gives them.
 * @returns {Promise<Record<string, string>>} By setting: 64 hexadecimal digits, or `missing`; the further pieces of
 *  an Arrow file go by names such as `path.part2`.
 */
export async function externalDigests(root, files) {
  /** @type {Record<string, string>} */
  const digests = {};
  // One after the other, for each adds what it learns to the memory of the others.
  for (const [setting, file] of Object.entries(files)) {
    digests[setting] = await fileDigest(root, file);
    for (const piece of furtherPieces(file)) {
      digests[`${setting}${piece.suffix}`] = await fileDigest(root, piece.file);
    }
  }
  return digests;
}

/**
 * The further pieces of an event file, named as stages name those they cut, e.g. `events.part2.arrow`.
 *
 * @param {string} file
 * @returns {{ suffix: string, file: string }[]} None for files that are not Arrow.
 */
function furtherPieces(file) {
  const ending = extname(file);
  if (!['.arrow', '.feather'].includes(ending.toLowerCase())) return [];
  const stem = file.slice(0, file.length - ending.length);
  const pieces = [];
  for (let number = 2; ; number++) {
    const suffix = `.part${number}`;
    const piece = `${stem}${suffix}${ending}`;
    if (stampOf(piece) === undefined) return pieces;
    pieces.push({ suffix, file: piece });
  }
}

/**
 * SHA-256 of a file's content, remembered beside its size and times, so that a large file is read once.
 *
 * @param {string} root The workspace; the memory lies in its `.nx` folder.
 * @param {string} file Absolute path.
 * @returns {Promise<string>} 64 hexadecimal digits, or `missing`.
 */
export async function fileDigest(root, file) {
  const memory = join(root, '.nx', 'file-digests.json');
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
