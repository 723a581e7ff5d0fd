// @ts-check
import { readFileSync, statSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { z } from 'zod';
import { digest, sha256 } from './digest.mjs';

/**
 * Another implementation of a stage, named in the YAML: a package or a module file (`use`), or any program (`run`).
 * `files` are further files it is made of; their content is part of the cache key.
 *
 * @typedef {{ use: string, files: string[] } | { run: RunSwap }} Swap
 * @typedef {z.output<typeof runSchema>} RunSwap
 */

/** Schema of `run:`. */
export const runSchema = z.strictObject({
  command: z.string().min(1).describe('Shell command, run in the folder of the YAML file'),
  files: z
    .array(z.string())
    .default([])
    .describe('Files the command is made of; an edit runs the stage again'),
  reads: z.enum(['arrow', 'csv']).default('arrow').describe('Format in which it wants event files'),
  writes: z
    .enum(['arrow', 'csv'])
    .default('arrow')
    .describe('Format in which it writes event files'),
});

/** Schemas of the keys that swap a stage; the other keys of the section are the new stage's own. */
const useSwap = z.object({
  use: z
    .string()
    .min(1)
    .describe(
      'A package, or a module file beside the YAML ("./my-stage.mjs"), that exports `stage`'
    ),
  files: z.array(z.string()).default([]).describe('Further files the module is made of'),
});
const runSwap = z.object({ run: runSchema });

/** Either way to swap a stage. */
export const swapSchema = z.union([useSwap, runSwap]);

/**
 * The schema of the way a section has chosen.
 *
 * @param {Record<string, unknown>} swap
 */
export function swapSchemaOf(swap) {
  return 'run' in swap ? runSwap : useSwap;
}

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
  if ('run' in swap) return swap.run.files;
  return isFile(swap.use) ? [swap.use, ...swap.files] : swap.files;
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
