import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest } from '@deelema/stage';
import { z } from 'zod';
import type { Load } from './cost.ts';

const runRecord = z.object({
  key: z.string(),
  seconds: z.number(),
  swap: z.unknown().optional(),
  dependsOn: z
    .object({
      config: z.unknown().optional(),
      members: z.array(z.unknown()).optional(),
    })
    .default({}),
});

/** What a run left on record. */
export interface StageRecord {
  readonly key: string;
  readonly seconds: number;
  readonly bytes: number;
  /** With defaults; undefined in a record that does not say. */
  readonly config: unknown;
  readonly swapped: boolean;
  readonly counts: Readonly<Record<string, unknown>>;
  readonly members: number;
}

/**
 * The record of a stage that is made.
 *
 * @param folder Its output folder.
 * @returns Undefined without its manifest, or if one of the two is damaged.
 */
export function readRecord(folder: string): StageRecord | undefined {
  const manifest = readManifest(folder);
  if (!manifest) return undefined;
  try {
    const text = readFileSync(join(folder, 'run.json'), 'utf8');
    const { key, seconds, swap, dependsOn } = runRecord.parse(JSON.parse(text));
    const files = Object.values(manifest.files);
    return {
      ...{ key, seconds, config: dependsOn.config },
      bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
      swapped: swap !== null && swap !== undefined,
      counts: manifest.counts ?? {},
      members: dependsOn.members?.length ?? 0,
    };
  } catch {
    return undefined;
  }
}

/** Events by which a record's manifest counts; the first that there is. */
const COUNTS = ['events', 'read'] as const;

/**
 * The load of a recorded run.
 *
 * @param record Its counts say how many events it read, and of them how many count.
 * @param eventBytes Bytes of an event as generated.
 */
export function loadOf(record: StageRecord, eventBytes: number): Load {
  const { counts, members } = record;
  const events = COUNTS.map((name) => counts[name]).find((count) => typeof count === 'number');
  const { train } = counts;
  const trained = typeof train === 'number' && events ? train / events : 1;
  return { events: events ?? 0, split: [trained, 1, 1], eventBytes, members };
}
