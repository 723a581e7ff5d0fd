// @ts-check
// What a swapped stage is made of. Without zod, because it is asked before every task.
import { readFileSync, statSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { digest, sha256 } from './digest.mjs';

/** @typedef {import('./swap.mjs').Swap} Swap */

/**
 * Splits a section into what swaps the stage and what configures it.
 *
 * @param {Record<string, unknown>} section
 * @returns {{ swap: Record<string, unknown> | undefined, config: Record<string, unknown> }}
 */
export function splitSwap(section) {
  if ('run' in section) {
    const { run, ...config } = section;
    return { swap: { run }, config };
  }
  if ('use' in section) {
    const { use, files, ...config } = section;
    return { swap: files === undefined ? { use } : { use, files }, config };
  }
  return { swap: undefined, config: section };
}

/**
 * The files beside the YAML that a swapped stage is made of.
 *
 * @param {Swap} swap
 * @returns {string[]} Paths as written in the YAML.
 */
export function swapFiles(swap) {
  if ('run' in swap) return swap.run.files ?? [];
  const files = swap.files ?? [];
  return isFile(swap.use) ? [swap.use, ...files] : files;
}

/**
 * True if `use` names a file rather than a package.
 *
 * @param {string} use
 */
export function isFile(use) {
  return use.startsWith('.') || isAbsolute(use);
}

/**
 * What is wrong with the files of a swapped stage.
 *
 * @param {string} root
 * @param {string} base Folder of the YAML, relative to the workspace.
 * @param {Swap} swap
 * @returns {string[]} One sentence per missing file.
 */
export function missingFiles(root, base, swap) {
  return swapFiles(swap).flatMap((name) => {
    const file = isAbsolute(name) ? name : join(root, base, name);
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats?.isFile()) return [];
    return [`the file ${relative(root, file)} ${stats ? 'is a folder' : 'does not exist'}.`];
  });
}

/**
 * Digest of a swapped stage: how it is named and what its files contain.
 *
 * @param {string} root
 * @param {string} base Folder of the YAML, relative to the workspace.
 * @param {Swap} swap
 * @returns {string}
 */
export function swapDigest(root, base, swap) {
  const contents = swapFiles(swap).map((file) =>
    sha256(readFileSync(isAbsolute(file) ? file : join(root, base, file)))
  );
  return digest([swap, contents]);
}
