// @ts-check
import { z } from 'zod';

/**
 * Another implementation of a stage, named in the YAML: a package or a module file (`use`), or any program (`run`).
 * `files` are further files it is made of; their content is part of the cache key.
 *
 * @typedef {{ use: string, files: string[] } | { run: RunSwap }} Swap
 * @typedef {z.output<typeof runSchema>} RunSwap
 */

/** Formats of event files that a program may read and write; each is the end of their names, too. */
const FORMATS = /** @type {const} */ (['arrow', 'csv', 'parquet']);

/** Schema of `run:`. */
export const runSchema = z.strictObject({
  command: z.string().min(1).describe('Shell command, run in the folder of the YAML file'),
  files: z
    .array(z.string())
    .default([])
    .describe('Files the command is made of; an edit runs the stage again'),
  reads: z
    .enum(FORMATS)
    .default('arrow')
    .describe('Format in which it wants event files: arrow, csv or parquet'),
  writes: z
    .enum(FORMATS)
    .default('arrow')
    .describe('Format in which it writes event files: arrow, csv or parquet'),
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
