import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { planStage } from '@deelema/stage';
import { digest, sha256, stageEntry } from '@deelema/workflow';
import type { Task } from '../tasks.ts';
import type { StageRecord } from './record.ts';

/** Whether a stage, whose upstream stages are up to date, is up to date too, by the record of its last run. */
export type UpToDate = (task: Task, record: StageRecord | undefined) => Promise<boolean>;

type Parts = Readonly<Record<string, unknown>>;

/**
 * Makes a check of many stages.
 *
 * The same stage of two pipelines depends on the same code and, with the same settings of the backend, on the same
 * backend: what is dear to know is found out once.
 *
 * @param root The workspace.
 */
export function upToDateCheck(root: string): UpToDate {
  const shared = new Map<string, Parts>();
  return async (task, record) => {
    const { kind, name, stage, config } = task;
    const { config: settings } = config.sections[stage];
    // Other settings are the usual reason, and cheap to see.
    if (!record || digest(record.config ?? null) !== digest(settings ?? null)) return false;
    const alike = alikeAs(task);
    const known = alike === undefined ? undefined : shared.get(alike);
    if (known) {
      const inputs = inputsOf(root, task);
      return digest({ ...known, project: name, config: settings, inputs }) === record.key;
    }
    const { key, dependsOn } = await planStage({ root, kind, name, stage });
    if (alike !== undefined) shared.set(alike, dependsOn);
    return key === record.key;
  };
}

/** What stages have in common that differ in project, settings and inputs alone; undefined if there is more. */
function alikeAs({ kind, stage, config }: Task): string | undefined {
  const { swap, config: settings } = config.sections[stage];
  const { files, tells, backend = [] } = stageEntry(stage);
  if (kind !== 'pipeline' || swap || files || tells) return undefined;
  return [stage, ...backend.map((name) => String((settings as Parts)[name]))].join(' ');
}

/** The digests of the manifests of the stages that it needs. */
function inputsOf(root: string, { needs }: Task): Record<string, string> {
  const digests = needs.map((folder) => [
    basename(folder),
    sha256(readFileSync(join(root, folder, 'manifest.json'))),
  ]);
  return Object.fromEntries(digests) as Record<string, string>;
}
