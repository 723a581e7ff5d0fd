import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { verify } from '@deelema/stage';
import { ConfigError } from '@deelema/workflow';
import type { AddCommand } from '../main.ts';

/** `deelema verify DIR`. */
export const verifyCommand: AddCommand = (program, end) => {
  program
    .command('verify')
    .description('Check the files of one or more stages against their manifests.')
    .argument('<folder>', 'the folder of a stage, pipeline, dataset or study')
    .addHelpText('after', '\nExample:\n  deelema verify pipelines/quickstart')
    .action(async (folder: string) => {
      if (existsSync(folder) && !statSync(folder).isDirectory()) {
        throw new ConfigError(
          `${folder} is a file: expected the folder of a stage, pipeline or dataset.`
        );
      }
      const folders = stageFolders(folder);
      if (folders.length === 0) {
        throw new ConfigError(
          `${folder} holds no manifest.json: expected the folder of a stage, pipeline or dataset.`
        );
      }
      for (const each of folders) {
        const problems = await verify(each);
        if (problems.length > 0) end(1);
        console.log(
          problems.length === 0 ? `${each}: as written` : `${each}: ${problems.join(' ')}`
        );
      }
    });
};

/** A folder itself or those below it that have a manifest: `out/members/<member>/<stage>` of a study. */
function stageFolders(folder: string, depth = 4): string[] {
  if (existsSync(join(folder, 'manifest.json'))) return [folder];
  if (depth === 0 || !existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .flatMap((entry) => stageFolders(join(folder, entry.name), depth - 1));
}
