import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ConfigError } from '@deelema/workflow';

/**
 * The deelema workspace that a folder lies in.
 *
 * @param from The folder to look from, upwards.
 * @throws ConfigError if there is none.
 */
export function findWorkspace(from = process.cwd()): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (['nx.json', 'pipelines', 'datasets'].every((name) => existsSync(join(folder, name))))
      return folder;
    if (folder === dirname(folder)) break;
  }
  throw new ConfigError(
    `${from} is not inside a deelema workspace: expected nx.json, pipelines/ and datasets/ in it or above it. Change into the repository first.`
  );
}
