import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planStage, readManifest } from '@deelema/stage';
import type { Task } from './tasks.ts';

/** What a forecast needs of `run.json`. */
interface RunRecord {
  readonly key: string;
  readonly seconds: number;
}

/**
 * What would run, one line per stage: whether it is up to date, else how long it took the last time.
 *
 * @param root The workspace.
 * @param tasks In an order in which they can be done.
 */
export async function forecast(root: string, tasks: readonly Task[]): Promise<string> {
  const stale = new Set<string>();
  const lines: string[] = [];
  const width = Math.max(12, ...tasks.map(({ title }) => title.length));
  for (const { kind, name, stage, title, folder, needs } of tasks) {
    const record = readRecord(join(root, folder));
    const fresh =
      !needs.some((upstream) => stale.has(upstream)) &&
      (await planStage({ root, kind, name, stage })).key === record?.key;
    if (!fresh) stale.add(folder);
    const before = record ? `, took ${record.seconds.toFixed(1)} s before` : '';
    lines.push(`${title.padEnd(width)} ${fresh ? 'up to date' : `to run${before}`}  ${folder}`);
  }
  return lines.join('\n');
}

/** The record of a stage that is made: undefined without its manifest, or if the record is damaged. */
function readRecord(folder: string): RunRecord | undefined {
  if (!readManifest(folder)) return undefined;
  try {
    const record: unknown = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'));
    return isRunRecord(record) ? record : undefined;
  } catch {
    return undefined;
  }
}

function isRunRecord(record: unknown): record is RunRecord {
  const { key, seconds } = (record ?? {}) as Record<string, unknown>;
  return typeof key === 'string' && typeof seconds === 'number';
}
