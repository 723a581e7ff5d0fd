import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkedStudy,
  configFile,
  isListed,
  memberOf,
  namesOf,
  projectName,
} from '@deelema/workflow';

/** True if a name is that of a study. */
export function isStudy(root: string, name: string): boolean {
  return !memberOf(name) && existsSync(join(root, configFile('study', name)));
}

/**
 * The pipeline that a word stands for: its name, or for a member of a study also what Nx calls its project.
 *
 * @param root The workspace.
 * @param word E.g. `quickstart`, `spectra/toy-1` or `spectra-toy-1`.
 * @returns The name of the pipeline; the word itself if there is none.
 */
export function findPipeline(root: string, word: string): string {
  if (memberOf(word) || existsSync(join(root, configFile('pipeline', word)))) return word;
  const candidates = namesOf(root, 'study').filter((study) => word.startsWith(`${study}-`));
  const found = candidates
    .flatMap((study) => membersOf(root, study))
    .find((pipeline) => projectName('pipeline', pipeline) === word);
  return found ?? word;
}

/** The members of a study's matrix; none of a study with a mistake, which is told when it is run. */
function membersOf(root: string, study: string): string[] {
  try {
    const { members } = checkedStudy(root, study);
    return members.filter((member) => !isListed(member)).map(({ pipeline }) => pipeline);
  } catch {
    return [];
  }
}
