import { posix } from 'node:path';
import { isListed, projectName, stageDir, stageEntry } from '@deelema/workflow';
import type { TableMember } from '@deelema/records';

type Named = Pick<TableMember, 'name' | 'labels'>;

/** What the workspace calls a member of a study. */
export function pipelineOf(study: string, { name, labels }: Named): string {
  return isListed({ name, pipeline: name, labels }) ? name : `${study}/${name}`;
}

/** A stage's folder of a member, relative to the workspace. */
export function memberFolder(study: string, member: Named, stage: string): string {
  return stageDir('pipeline', pipelineOf(study, member), stage);
}

/** The command that makes a stage of a member again. */
export function memberCommand(study: string, member: Named, stage: string): string {
  return `npx nx run ${projectName('pipeline', pipelineOf(study, member))}:${stage}`;
}

/** The command that makes a stage of the study again; all of it without a stage. */
export function studyCommand(study: string, stage = 'study'): string {
  return `npx nx run ${projectName('study', study)}:${stage}`;
}

/**
 * Where a file of the workspace is, seen from the page.
 *
 * @param study Whose page it is.
 * @param file Relative to the workspace.
 * @returns A relative address, which also leads there from a copy of the whole workspace on a disk.
 */
export function addressOf(study: string, file: string): string {
  return encodeURI(posix.relative(stageDir('study', study, 'summary'), file));
}

/** The page of a member, relative to the workspace. */
export function reportOf(study: string, member: Named): string {
  return posix.join(memberFolder(study, member, 'report'), stageEntry('report').outputs.report);
}
