import { join, relative, resolve } from 'node:path';
import { stageEntry } from '@deelema/workflow';
import type { StageInput, StageOutput } from './contract.ts';

/**
 * An upstream stage's folder as a stage sees it.
 *
 * @param stage The upstream stage.
 * @param dir Its folder.
 */
export function inputFolder(stage: string, dir: string): StageInput {
  return { dir, path: (output) => join(dir, declared(stage, output)) };
}

/**
 * Upstream stages' folders as a stage sees them.
 *
 * @param folders By stage.
 */
export function inputFolders(
  folders: Readonly<Record<string, string>>
): Record<string, StageInput> {
  const inputs = Object.entries(folders).map(([stage, dir]) => [stage, inputFolder(stage, dir)]);
  return Object.fromEntries(inputs) as Record<string, StageInput>;
}

/**
 * The folder a stage writes to.
 *
 * @param stage The stage.
 * @param dir The (temporary) folder.
 */
export function outputFolder(stage: string, dir: string): StageOutput {
  return {
    dir,
    path: (output) => join(dir, declared(stage, output)),
    file(name) {
      const path = resolve(dir, name);
      if (relative(dir, path).startsWith('..')) {
        throw new RangeError(
          `${stage}: the output "${name}" leaves its folder: expected a name inside it.`
        );
      }
      return path;
    },
  };
}

function declared(stage: string, output: string): string {
  const { outputs } = stageEntry(stage);
  const file = outputs[output];
  if (file === undefined) {
    throw new RangeError(
      `${stage} has no output "${output}": expected one of ${Object.keys(outputs).join(', ')}.`
    );
  }
  return file;
}
