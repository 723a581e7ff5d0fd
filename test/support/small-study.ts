import { smallSettings } from './small-pipeline.ts';
import type { Workspace } from './workspace.ts';

/** A study of small pipelines: two members, whose networks begin with other weights. */
export function writeStudy(workspace: Workspace, name: string, dataset: string): void {
  const shared = smallSettings(dataset).map((line) => `  ${line}`);
  const matrix = ['  seed:', '    one: { train: { seed: 1 } }', '    two: { train: { seed: 2 } }'];
  const text = ['matrix:', ...matrix, 'pipeline:', ...shared].join('\n');
  workspace.write(`pipelines/${name}/study.yaml`, `${text}\n`);
}

/** The stages of a study's members that it asks for, as `study/member:stage`. */
export function stagesOfMembers(study: string, ...members: string[]): string[] {
  const stages = ['baseline', 'contaminate', 'evaluate', 'train'];
  return members.flatMap((member) => stages.map((stage) => `${study}/${member}:${stage}`));
}
