import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { modelled } from './estimate.ts';
import { readRecord, type StageRecord } from './record.ts';

/** Any will do: times do not depend on it. */
const EVENT_BYTES = 220;

/** Seconds of this machine per second of that of the rates, by stage. */
export type Paces = (stage: string) => number;

/**
 * How fast this machine is, from every run that left a record in the workspace.
 *
 *     pace = median of recorded / modelled seconds
 *
 * @param root The workspace.
 * @returns 1 for a stage that never ran here.
 */
export function pacesOf(root: string): Paces {
  const folders = recordFolders(root);
  const known = new Map<string, number>();
  return (stage) => {
    const pace =
      known.get(stage) ??
      paceOf(
        stage,
        folders.flatMap((folder) => readRecord(join(folder, stage)) ?? [])
      );
    known.set(stage, pace);
    return pace;
  };
}

/**
 * How fast a machine is at one stage.
 *
 * @param stage The stage.
 * @param records Of runs of it there.
 * @returns 1 without a record that the model understands.
 */
export function paceOf(stage: string, records: readonly StageRecord[]): number {
  const ratios = records.flatMap((record) => {
    const model = record.swapped ? undefined : modelled(stage, record, EVENT_BYTES);
    return model && record.seconds > 0 ? [record.seconds / model.seconds] : [];
  });
  ratios.sort((a, b) => a - b);
  const middle = Math.floor(ratios.length / 2);
  if (ratios.length === 0) return 1;
  return ratios.length % 2 === 1 ? ratios[middle] : (ratios[middle - 1] + ratios[middle]) / 2;
}

/**
 * The folders in which stages of datasets, pipelines, studies and members have theirs.
 *
 * @param root The workspace.
 */
export function recordFolders(root: string): string[] {
  const outputs = foldersIn(join(root, 'pipelines')).map((folder) => join(folder, 'out'));
  const members = outputs.flatMap((folder) => foldersIn(join(folder, 'members')));
  return [...foldersIn(join(root, 'datasets')), ...outputs, ...members];
}

function foldersIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
  } catch {
    return [];
  }
}
